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
  if (/\[settings[.\]]/.test(userData)) return new Unknown('the user data is not a shell script');
  if (/<powershell>/i.test(userData)) return settingsOfWindows(userData);
  const settings = new Map([...userData.matchAll(/\b(ECS_[A-Z_]+)=["']?([^\s"']*)/g)].map(([, name, value]) => [name, value]));
  const drivers = driversIn(userData, /\bECS_AVAILABLE_LOGGING_DRIVERS["']?\s*=\s*\\?["']?\[([^\]]*)\]/);
  return drivers === undefined ? settings : settings.set(DRIVERS, drivers);
}

const DRIVERS = 'ECS_AVAILABLE_LOGGING_DRIVERS';

function driversIn(userData: string, pattern: RegExp): string | undefined {
  return pattern.exec(userData)?.[1].match(/[a-z-]+/g)?.join(',');
}

/** Switches of Initialize-ECSAgent, and the settings that they turn on. */
const SWITCHES: ReadonlyArray<readonly [string, RegExp]> = [
  ['ECS_ENABLE_TASK_IAM_ROLE', /\s-EnableTaskIAMRole\b/i],
  ['ECS_ENABLE_TASK_ENI', /\s-EnableTaskENI\b/i],
  ['ECS_AWSVPC_BLOCK_IMDS', /\s-(Awsvpc)?BlockIMDS\b/i],
];

// The agent of Windows has off what no switch and no variable turns on, which is `unset` here.
function settingsOfWindows(userData: string): Fact<ReadonlyMap<string, string>> {
  // Splatted arguments may be any.
  if (!/\bInitialize-ECSAgent\b/i.test(userData) || /\bInitialize-ECSAgent\b[^\n]*\s@\w/i.test(userData)) return new Unknown('the user data has no Initialize-ECSAgent with its switches');
  const call = userData.replaceAll(/`\s*\n/g, ' ');
  const set = [...call.matchAll(/SetEnvironmentVariable\(\s*["'](ECS_[A-Z_]+)["']\s*,\s*["']?([^"',)]*)|\$env:(ECS_[A-Z_]+)\s*=\s*["']?([^\s"']*)/gi)];
  const drivers = driversIn(call, /\s-LoggingDrivers\s+["']*\[([^\]]*)\]/i);
  return new Map([
    ...SWITCHES.map(([name, pattern]) => [name, pattern.test(call) ? 'true' : 'unset'] as const),
    ...set.map(([, name, value, other, otherValue]) => [name ?? other, (value ?? otherValue).replace(/^\$/, '').toLowerCase()] as const),
    ...drivers === undefined ? [] : [[DRIVERS, drivers] as const],
  ]);
}

/** True if instances may get a plugin of Docker at their start. */
export function readMayInstallPlugins(userData: Fact<string>): Fact<boolean> {
  return userData instanceof Unknown ? userData : /\bplugins?\b|rexray|portworx|\b(curl|wget|git|ansible\w*|chef|puppet|python3?|source|aws\s+(s3|ssm))\b|\.rpm\b|#include/i.test(userData);
}

/** Names of the clusters that the agent joins by its user data. */
export function readClusterNames(userData: Fact<string>): readonly string[] {
  if (userData instanceof Unknown) return [];
  const named = /\bECS_CLUSTER=["']?([\w-]+)|^\s*cluster\s*=\s*"([\w-]+)"|-Cluster\s+["']?([\w-]+)/gm;
  return [...userData.matchAll(named)].map(([, shell, toml, powershell]) => shell ?? toml ?? powershell);
}
