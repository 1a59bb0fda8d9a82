import { basename, extname } from 'node:path';
import type { SurveyInfo } from '../../../shared/survey.ts';

/** What people call a line among others: the only one of a file that names none is called as its file. */
export function profileNameOf({ name: file, path, lines }: SurveyInfo, index: number): string {
  const { name } = lines!.lines[index]!;
  if (lines!.lines.length > 1 || name !== 'Line') return name;
  const ofFile = path === null ? file : basename(path);
  return basename(ofFile, extname(ofFile));
}
