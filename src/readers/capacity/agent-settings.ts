import { readStartScripts } from './init-metadata';
import { Reference } from '../../cloudformation/resolved';
import type { Value } from '../../cloudformation/value';
import { Unknown, type Fact } from '../../facts/fact';
import { HOLE } from '../../facts/image';

/** Scripts that instances run at their start, with a `HOLE` where they refer to a resource. */
export function readUserData(launch: Value): Fact<string> {
  const pieces = readStartScripts(launch);
  const unknown = pieces.find((piece) => piece instanceof Unknown);
  if (unknown) return unknown as Unknown;
  const text = pieces.map((piece) => piece instanceof Reference ? HOLE : piece as string).join('');
  // Templates that no tool wrote may bring it encoded.
  return /^[A-Za-z0-9+/]{16,}={0,2}$/.test(text) ? Buffer.from(text, 'base64').toString('utf-8') : text;
}

/** Settings that a script in the user data writes into the configuration of the ECS agent. */
export function readAgentSettings(userData: Fact<string>): Fact<ReadonlyMap<string, string>> {
  if (userData instanceof Unknown) return userData;
  if (/<powershell>|\[settings[.\]]/.test(userData)) return new Unknown('the user data is not a shell script');
  return new Map([...userData.matchAll(/\b(ECS_[A-Z_]+)=["']?([^\s"']*)/g)].map(([, name, value]) => [name, value]));
}

/** Names of the clusters that the agent joins by its user data. */
export function readClusterNames(userData: Fact<string>): readonly string[] {
  if (userData instanceof Unknown) return [];
  const named = /\bECS_CLUSTER=["']?([\w-]+)|^\s*cluster\s*=\s*"([\w-]+)"|-Cluster\s+["']?([\w-]+)/gm;
  return [...userData.matchAll(named)].map(([, shell, toml, powershell]) => shell ?? toml ?? powershell);
}
