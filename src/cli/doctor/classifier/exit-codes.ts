import type { Meaning } from './meaning';
import { NO_MEMORY } from './subjects/container';
import type { Container, Task, TaskDefinition } from '../../collect/shapes';
import { definitionOf, isKilled, KILLED } from '../limits/limit';
import { isKilledLate } from '../limits/stop-timeout';

/** SIGTERM, and its equivalent on Windows: the answer to a stop. SIGKILL follows where there is none. */
const ASKED_TO_STOP: readonly number[] = [143, 3221225786];

/** Meanings of exit codes, for containers without a reason. */
const MEANINGS: Readonly<Record<number, string | undefined>> = {
  0: 'ended by itself, as a service never should',
  1: 'ended with an error of the application',
  125: 'could not be run by Docker',
  126: 'has a command that can\'t be run',
  127: 'has a command that is not in the image',
  130: 'was interrupted (SIGINT)',
  132: 'ran into an instruction that its CPU does not have',
  134: 'aborted',
  139: 'crashed: it used memory that isn\'t its own',
};

/** The cause of a stop by the exit codes of its containers; `undefined` if they show none. */
export function byExitCode(task: Task, definition?: TaskDefinition): Meaning | undefined {
  const { stopCode, containers = [] } = task;
  const overdue = containers.find(isKilled);
  if (overdue && stopCode === 'ServiceSchedulerInitiated') {
    return { id: 'dep-pid1-signals', means: `ran on after SIGTERM, until ${named(overdue)} was killed`, severity: 'warning' };
  }
  if (stopCode !== 'EssentialContainerExited') return undefined;
  // ECS stops the others once the first essential container has ended: they only answer.
  const essential = containers.filter(({ name, exitCode }) => exitCode !== undefined && definitionOf({ definition }, name)?.essential !== false);
  const ended = essential.filter((container) => !isKilled(container) && !ASKED_TO_STOP.includes(container.exitCode!));
  const failed = ended.find(({ exitCode }) => exitCode !== 0);
  if (failed) return of(failed);
  const killed = essential.find((container) => isKilled(container) && !(ended.length > 0 && isKilledLate(container, task, { definition })));
  if (killed) return { ...NO_MEMORY, means: `were killed (exit code ${KILLED}), mostly for the memory that ${named(killed)} uses` };
  if (ended.length > 0) return of(ended[0]);
  const asked = essential.at(0);
  return asked && {
    id: 'ops-unknown-stop',
    means: `stopped because ${named(asked)} was ended by SIGTERM (exit code ${asked.exitCode}), which is no error of the application`,
    why: 'Something sent the container SIGTERM: a script in it, a command on the instance, or the instance as it went down.',
    fix: `read the last log lines of ${named(asked)}, and see whether its instance went away`,
  };
}

function of(container: Container): Meaning {
  const code = container.exitCode!;
  const meaning = MEANINGS[code] ?? (code > 128 && code < 160 ? `was ended by signal ${code - 128}` : 'ended with an error of the application');
  return { id: 'ops-unknown-stop', means: `stopped because ${named(container)} ${meaning} (exit code ${code})`, fix: `read the last log lines of ${named(container)}` };
}

function named({ name }: Container): string {
  return `container ${name ?? '…'}`;
}
