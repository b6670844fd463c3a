import { spawn } from 'node:child_process';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
  /** Exit codes that are an answer, not a failure. */
  readonly allowedExitCodes?: number[];
}

export interface RunResult {
  readonly exitCode: number;
  readonly stdout: string;
  /** Both streams, in the order they were written. */
  readonly output: string;
}

const TIMEOUT_SECONDS = 180;

/** Runs a command to its end, and never waits longer than the timeout: a deployment can hang. */
export function run(command: string, args: string[], options: RunOptions = {}): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let output = '';
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, TIMEOUT_SECONDS * 1000);
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      output += chunk;
    });
    child.stderr.on('data', (chunk) => { output += chunk; });
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      const exitCode = code ?? -1;
      if (timedOut || !(options.allowedExitCodes ?? [0]).includes(exitCode)) {
        const ending = timedOut ? `was stopped after ${TIMEOUT_SECONDS} s` : `exited with ${exitCode}`;
        reject(new Error(`${command} ${args.join(' ')} ${ending}\n${output}`));
      } else {
        resolve({ exitCode, stdout, output });
      }
    });
  });
}
