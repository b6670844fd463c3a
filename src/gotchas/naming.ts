import type { ContainerFacts } from '../facts/container';
import { Unknown, type Fact } from '../facts/fact';
import type { LoggingFacts } from '../facts/logging';
import type { RoleFacts } from '../facts/role';

/** A property of one container, as messages name it. */
export function ofContainer(container: ContainerFacts, property?: string): string {
  const name = container.name instanceof Unknown ? '…' : container.name;
  return `containers[${name}]${property ? `.${property}` : ''}`;
}

/** A property of one volume, as messages name it. */
export function ofVolume(name: Fact<string | undefined>, property?: string): string {
  return `volumes[${typeof name === 'string' ? name : '…'}]${property ? `.${property}` : ''}`;
}

/** A name followed by how many others there are. */
export function andOthers(names: readonly string[]): string {
  return names.length <= 3 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}

/** A role as the words in brackets describe it, with how many other task definitions have it too: its findings stand at one of them. */
export function ofRole({ otherTasks }: RoleFacts, property: string, words: string): string {
  if (otherTasks === undefined) return `${property} (${words})`;
  return `${property} (${words}; ${otherTasks === 1 ? '1 other task definition has' : `${otherTasks} other task definitions have`} it too)`;
}

/** A log group as the words in brackets describe it, with how many other containers log there: its findings stand at one of them. */
export function ofLogGroup({ otherLogs }: LoggingFacts, property: string, words: string): string {
  if (otherLogs === undefined) return `${property} (${words})`;
  return `${property} (${words}; ${otherLogs === 1 ? '1 other container logs' : `${otherLogs} other containers log`} there too)`;
}
