import { randomUUID } from 'node:crypto';
import { accessSync, constants, realpathSync, renameSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { CannotLook } from '../verb';

/** Writes a file atomically. */
export function writeWhole(path: string, text: string): void {
  const kind = kindOf(path);
  // A device or a pipe takes the text; a file in its place would be the end of it.
  if (kind && !kind.isFile()) {
    orComplain(path, () => writeFileSync(path, text));
    return;
  }
  // A link goes on naming the file that it names.
  const file = kind ? realpathSync(path) : path;
  const unfinished = `${file}.${randomUUID()}.tmp`;
  try {
    orComplain(path, () => {
      writeFileSync(unfinished, text, { flag: 'wx' });
      renameSync(unfinished, file);
    });
  } catch (error) {
    discard(unfinished);
    throw error;
  }
}

/** Fails if no file can be written at a path, before a long run is in vain. */
export function checkWritable(path: string): void {
  const kind = kindOf(path);
  if (kind?.isDirectory()) throw cannotWrite(path, 'it is a folder');
  const isPlace = kind !== undefined && !kind.isFile();
  orComplain(path, () => accessSync(isPlace ? path : dirname(path), constants.W_OK));
}

function kindOf(path: string): Stats | undefined {
  return orComplain(path, () => statSync(path, { throwIfNoEntry: false }));
}

function orComplain<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw cannotWrite(path, REASONS[code ?? ''] ?? message);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of the path is a file',
  EACCES: 'writing there is not allowed',
  EPERM: 'writing there is not allowed',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ELOOP: 'its links lead in a circle',
};

function cannotWrite(path: string, reason: string): CannotLook {
  return new CannotLook(`--output (${path}) can't be written: ${reason}`);
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch { /* Whatever kept it from being written keeps it from being there. */ }
}
