/** What each axis of a dataset is, as text: `inline,crossline,sample`, slowest axis first. */

/** A number fixes the axis at that 0-based position. */
export type AxisRole = 'inline' | 'crossline' | 'sample' | number;

export const LINE_ROLES = ['inline', 'crossline', 'sample'] as const;

export const AXIS_ROLES_WANTED =
  'crossline and sample once each, inline at most once, and a position counted from 0 for every other axis';

/** Null where the text cannot be understood, or makes no section. */
export function axisRolesFromText(text: string): readonly AxisRole[] | null {
  const roles: AxisRole[] = [];
  for (const part of text.split(',').map((each) => each.trim())) {
    const named = LINE_ROLES.find((role) => role === part);
    if (named === undefined && !/^\d+$/.test(part)) return null;
    roles.push(named ?? Number(part));
  }
  const times = (role: AxisRole): number => roles.filter((each) => each === role).length;
  return times('crossline') === 1 && times('sample') === 1 && times('inline') <= 1 ? roles : null;
}

export const axisRolesText = (roles: readonly AxisRole[]): string => roles.join(',');
