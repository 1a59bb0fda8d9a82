/** How severities are named and drawn. */
import { CircleX, StickyNote, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { FindingSeverity } from '../../../shared/survey.ts';

/** Worst first. */
export const SEVERITIES: readonly FindingSeverity[] = ['error', 'warning', 'info'];

export const SEVERITY_LOOKS: Readonly<Record<FindingSeverity, { readonly name: string; readonly Icon: LucideIcon }>> = {
  error: { name: 'error', Icon: CircleX },
  warning: { name: 'warning', Icon: TriangleAlert },
  info: { name: 'note', Icon: StickyNote },
};
