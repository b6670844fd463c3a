import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { complain } from '../files';
import { CannotLook } from '../verb';

/** CloudFormation accepts templates of up to 1 MB; a file larger than this limit is no template. */
const MAX_BYTES = 256 * 1024 * 1024;
const CHUNK = 64 * 1024;
/** Milliseconds for which a pipe may stay silent: `check <(npx cdk synth)` writes when the synthesis ends. */
const MAX_SILENT_MS = 120_000;
const POLL_MS = 20;

/** Path of standard input, which is read by its descriptor: a socket can't be opened by a path, and Windows has no such path. */
export const STANDARD_INPUT = '/dev/stdin';
const DESCRIPTOR = 0;

/** Reads a file or a pipe whole. A device, a pipe that nothing writes to and a file without an end are refused. */
export function readWhole(path: string, name: string): Buffer {
  let file: number | undefined;
  try {
    // Opens for reading, as O_RDONLY is 0, and does not wait for the writer of a pipe.
    file = path === STANDARD_INPUT ? DESCRIPTOR : openSync(path, constants.O_NONBLOCK);
    const kind = fstatSync(file);
    if (kind.isDirectory()) throw new CannotLook(`${name} is a folder`);
    if (!kind.isFile() && !kind.isFIFO() && !(file === DESCRIPTOR && kind.isSocket())) throw new CannotLook(`${name} must be a file or a pipe: it is a device or a socket`);
    return readToEnd(file, name, kind.isFIFO() && isNamed(path));
  } catch (error) {
    throw error instanceof CannotLook ? error : complain(error, name);
  } finally {
    if (file !== undefined && file !== DESCRIPTOR) closeSync(file);
  }
}

/** Returns true for a pipe with a path of its own, whose writer may open it later than its reader. */
function isNamed(path: string): boolean {
  try {
    return !realpathSync(path).startsWith('/dev/');
  } catch {
    return false; // The pipe of `<(…)`, whose path leads to none.
  }
}

function readToEnd(file: number, name: string, awaitsWriter: boolean): Buffer {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for (let chunk = readChunk(file, name, awaitsWriter); chunk.length > 0; chunk = readChunk(file, name, false)) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new CannotLook(`${name} must be at most ${MAX_BYTES / 1024 / 1024} MiB: CloudFormation accepts templates of up to 1 MB`);
  }
  return Buffer.concat(chunks);
}

/** Reads the next bytes; none at the end. A pipe without a writer seems to be at its end: `awaitsWriter` waits for the writer first. */
function readChunk(file: number, name: string, awaitsWriter: boolean): Buffer {
  const chunk = Buffer.alloc(CHUNK);
  let isOpen = !awaitsWriter;
  for (const start = Date.now(); ;) {
    const bytes = readNow(file, chunk);
    isOpen ||= bytes === undefined;
    if (bytes !== undefined && (bytes > 0 || isOpen)) return chunk.subarray(0, bytes);
    if (Date.now() - start > MAX_SILENT_MS) throw new CannotLook(`${name} is a pipe that nothing was written to for ${MAX_SILENT_MS / 1000} s`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
  }
}

/** Reads what is there; `undefined` for a pipe whose writer has not written yet. */
function readNow(file: number, chunk: Buffer): number | undefined {
  try {
    return readSync(file, chunk);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined;
    throw error;
  }
}
