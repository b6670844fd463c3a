import { definitionOf, KILLED, type NameLimit } from './limit';

const DEFAULT_SECONDS = 300;
const ASKED_TO_STOP: readonly number[] = [143, 3221225786];

/** Limits of a restart policy, by which a container that ended was not started again. */
export const restartPolicy: NameLimit = (stops) => {
  const { meaning: { id, why }, tasks: [{ stopCode, containers = [] }] } = stops;
  if (stopCode !== 'EssentialContainerExited') return undefined;
  const ended = containers.find(({ name, exitCode }) => {
    const { essential = true, restartPolicy: policy } = definitionOf(stops, name) ?? {};
    return essential && policy?.enabled === true && exitCode !== undefined && !ASKED_TO_STOP.includes(exitCode) && (exitCode !== KILLED || id === 'dep-oom');
  });
  if (ended?.exitCode === undefined) return undefined;
  const { ignoredExitCodes = [], restartAttemptPeriod = DEFAULT_SECONDS } = definitionOf(stops, ended.name)?.restartPolicy ?? {};
  const limit = ignoredExitCodes.includes(ended.exitCode)
    ? `does not start it again after exit code ${ended.exitCode}, one of ignoredExitCodes`
    : `starts it again once it has run for ${restartAttemptPeriod} s (restartAttemptPeriod), and it ended sooner`;
  return { why: `${why ?? 'A task ends with its first essential container.'} The restart policy of container ${ended.name} ${limit}.` };
};
