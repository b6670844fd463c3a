import { EXIT_CODES, NO_MEMORY, STOPPED_REASONS } from './stopped-reasons';
import { wordingOf, type Wording } from './wording';
import type { Container, Task } from '../../collect/shapes';

const FAULTS: readonly (string | undefined)[] = ['EssentialContainerExited', 'TaskFailedToStart', 'InfrastructureHealth'];
const KILLED = 137;

/** Why a task stopped; `undefined` for a task that was meant to. */
export function classifyStop(task: Task): Omit<Wording, 'words'> | undefined {
  return wordingOf(wordsOf(task).join('\n'), STOPPED_REASONS) ?? byExitCode(task) ?? unexplained(task);
}

/** What AWS said of a stopped task. */
export function wordsOf({ stoppedReason, containers }: Task): readonly string[] {
  return [stoppedReason, ...(containers ?? []).map(({ reason }) => reason)].filter((text) => text !== undefined && text !== '') as string[];
}

function byExitCode({ stopCode, containers = [] }: Task): Omit<Wording, 'words'> | undefined {
  const killed = containers.find(({ exitCode }) => exitCode === KILLED);
  if (killed && stopCode === 'ServiceSchedulerInitiated') {
    return { id: 'dep-pid1-signals', means: `ran on after SIGTERM, until ${named(killed)} was killed`, severity: 'warning' };
  }
  if (stopCode !== 'EssentialContainerExited') return undefined;
  if (killed) return { ...NO_MEMORY, means: `were killed (exit code ${KILLED}), mostly for the memory that ${named(killed)} uses` };
  const failed = containers.find(({ exitCode }) => exitCode !== undefined && exitCode !== 0) ?? containers.find(({ exitCode }) => exitCode === 0);
  if (failed?.exitCode === undefined) return undefined;
  const { exitCode } = failed;
  const said = EXIT_CODES[exitCode] ?? 'ended with an error of the application';
  return { id: 'ops-unknown-stop', means: `stopped because ${named(failed)} ${said} (exit code ${exitCode})`, fix: `read the last log lines of ${named(failed)}` };
}

function unexplained({ stopCode }: Task): Omit<Wording, 'words'> | undefined {
  return FAULTS.includes(stopCode) ? { id: 'ops-unknown-stop', means: `stopped with ${stopCode ?? 'no code'}`, fix: 'see what ECS said, and the log of the containers' } : undefined;
}

function named({ name }: Container): string {
  return `container ${name ?? '…'}`;
}
