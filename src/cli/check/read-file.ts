import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { complain } from '../files';
import { CannotLook } from '../verb';

/** CloudFormation accepts templates of up to 1 MB; a file larger than this limit is no template. */
const MAX_BYTES = 256 * 1024 * 1024;
const CHUNK = 64 * 1024;
/** Milliseconds for which a pipe may stay silent: `check <(npx cdk synth)` writes when the synthesis ends. */
const MAX_SILENT_MS = 120_000;
const POLL_MS = 20;

/** Reads a file or a pipe whole. A device, a pipe without a writer and a file without an end are refused. */
export function readWhole(path: string, name: string): Buffer {
  let file: number | undefined;
  try {
    // Opens for reading, as O_RDONLY is 0, and does not wait for the writer of a pipe.
    file = openSync(path, constants.O_NONBLOCK);
    const kind = fstatSync(file);
    if (kind.isDirectory()) throw new CannotLook(`${name} is a folder`);
    if (!kind.isFile() && !kind.isFIFO()) throw new CannotLook(`${name} must be a file or a pipe: it is a device or a socket`);
    return readToEnd(file, name);
  } catch (error) {
    throw error instanceof CannotLook ? error : complain(error, name);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function readToEnd(file: number, name: string): Buffer {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for (let chunk = readChunk(file, name); chunk.length > 0; chunk = readChunk(file, name)) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new CannotLook(`${name} must be at most ${MAX_BYTES / 1024 / 1024} MiB: CloudFormation accepts templates of up to 1 MB`);
  }
  return Buffer.concat(chunks);
}

function readChunk(file: number, name: string): Buffer {
  const chunk = Buffer.alloc(CHUNK);
  for (const start = Date.now(); ;) {
    try {
      return chunk.subarray(0, readSync(file, chunk));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      if (Date.now() - start > MAX_SILENT_MS) throw new CannotLook(`${name} is a pipe that nothing was written to for ${MAX_SILENT_MS / 1000} s`);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
    }
  }
}
