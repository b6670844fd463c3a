import { relative, sep } from 'node:path';
import { CannotLook } from './verb';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'reading it is not allowed',
  EPERM: 'reading it is not allowed',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  ENOTDIR: 'a part of the path is a file',
};

/** Describes the reason why a file can't be read. */
export function complain(error: unknown, name: string): CannotLook {
  const { code, message } = error as NodeJS.ErrnoException;
  return new CannotLook(`${name} can't be read: ${REASONS[code ?? ''] ?? message}`);
}

/** A path as it is shown: from the working directory, with slashes. */
export function shownPath(path: string, cwd: string): string {
  const shown = relative(cwd, path).split(sep).join('/');
  return shown === '' ? '.' : shown;
}
