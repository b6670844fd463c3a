import type { Depth } from './account';
import type { Aws } from './aws';
import type { TaskDefinitionCache } from './cache';
import type { Service } from './shapes';
import { Unknown, type Fact } from '../../facts/fact';

/** Context of every reader. */
export interface Context {
  readonly aws: Aws;
  readonly region: string;
  readonly depth: Depth;
  readonly cache?: TaskDefinitionCache;
  say(text: string): void;
}

/** Reads one kind of resource for many services, in as few calls as possible; the result finds the resource of one service. */
export type ServiceReader<T> = (services: readonly Service[]) => Promise<(service: Service) => Fact<T>>;

const DEPTHS: readonly Depth[] = ['quick', 'default', 'deep'];

/** The reader, or the reason where this depth leaves it out. */
export function from<T>(depth: Depth, context: Context, read: ServiceReader<T>): ServiceReader<T> {
  if (reaches(context.depth, depth)) return read;
  const unknown = leftOut(depth);
  return () => Promise.resolve(() => unknown);
}

export function reaches(depth: Depth, needed: Depth): boolean {
  return DEPTHS.indexOf(depth) >= DEPTHS.indexOf(needed);
}

export function leftOut(needed: Depth): Unknown {
  return new Unknown(`it is read with --depth ${needed} only`);
}

/** Ids in one order, each once. */
export function unique(ids: Iterable<string | undefined>): string[] {
  return [...new Set(ids)].filter((id) => id !== undefined).sort();
}
