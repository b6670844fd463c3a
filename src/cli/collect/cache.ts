import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { TaskDefinition } from './shapes';

/** Folder of task definitions that are kept between runs; `undefined` for an emulator of AWS, whose ARNs may be reused with other contents. */
export function defaultCacheFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  if (env.AWS_ENDPOINT_URL || env.AWS_ENDPOINT_URL_ECS) return undefined;
  const base = env.XDG_CACHE_HOME;
  return join(base && isAbsolute(base) ? base : join(homedir(), '.cache'), 'ecs-guardrails');
}

/** The cache in a folder; `undefined` without one. */
export function cacheAt(folder: string | undefined): TaskDefinitionCache | undefined {
  return folder === undefined ? undefined : new TaskDefinitionCache(folder);
}

/**
 * Task definitions on disk, by ARN. A revision never changes, but for its status, which isn't kept.
 *
 * They may hold what should have been a secret: only their owner can read the files.
 */
export class TaskDefinitionCache {
  private readonly folder: string;

  public constructor(folder: string) {
    this.folder = join(folder, 'task-definitions');
  }

  public async get(arn: string): Promise<TaskDefinition | undefined> {
    try {
      const kept = JSON.parse(await readFile(this.fileOf(arn), 'utf-8'), reviveDate) as TaskDefinition | undefined;
      return kept?.taskDefinitionArn === arn && Array.isArray(kept.containerDefinitions) ? kept : undefined;
    } catch {
      return undefined; // Not there, or half of it: AWS has the whole.
    }
  }

  public async put(arn: string, taskDefinition: TaskDefinition): Promise<void> {
    const { status: _status, deregisteredAt: _deregisteredAt, ...kept } = taskDefinition;
    const file = this.fileOf(arn);
    const draft = `${file}.${randomUUID()}`;
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await writeFile(draft, JSON.stringify(kept), { mode: 0o600 });
      await rename(draft, file);
    } catch {
      await rm(draft, { force: true }).catch(() => undefined); // Without a cache it only takes longer.
    }
  }

  private fileOf(arn: string): string {
    return join(this.folder, `${createHash('sha256').update(arn).digest('hex')}.json`);
  }
}

function reviveDate(key: string, value: unknown): unknown {
  return key === 'registeredAt' && typeof value === 'string' ? new Date(value) : value;
}
