import type { NameLimit } from './limit';

/** The disk that Fargate has for a task that asks for none. */
const DEFAULT_GIB = 20;

/** Size of the disk of tasks on Fargate that have no room left. */
export const disk: NameLimit = ({ meaning, tasks: [task] }) => {
  if (meaning.id !== 'sto-fargate-volume-kinds' || !meaning.means.includes('no room left')) return undefined;
  const size = task.fargateEphemeralStorage?.sizeInGiB ?? task.ephemeralStorage?.sizeInGiB;
  const option = size === undefined ? `${DEFAULT_GIB} GiB without ephemeralStorage` : `ephemeralStorage is ${size} GiB`;
  return {
    means: `${meaning.means}: ${option}`,
    fix: `raise ephemeralStorage above ${size ?? DEFAULT_GIB} GiB (ephemeralStorageGiB in the CDK, 200 at most), or make the image smaller`,
  };
};
