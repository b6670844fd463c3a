import { readStartScripts } from './init-metadata';
import type { App } from '../../cloudformation/app';
import { intrinsic } from '../../cloudformation/intrinsic';
import { memoize } from '../../cloudformation/memoize';
import { Reference } from '../../cloudformation/resolved';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { keyOf, outside, required, resourceIn } from '../../cloudformation/value-helpers';
import type { UserDataFacts, UserDataKind } from '../../facts/capacity';
import { Unknown, type Fact } from '../../facts/fact';
import { HOLE } from '../../facts/image';

const CLUSTER = 'AWS::ECS::Cluster';

/** The user data of instances, as far as it decides which cluster they join. */
export function readUserDataFacts(launch: Value): Fact<UserDataFacts> {
  const pieces = readStartScripts(launch);
  if (pieces.length === 1 && pieces[0] instanceof Unknown) return pieces[0];
  const clusters = pieces.flatMap((piece) => piece instanceof Reference && piece.resource.type === CLUSTER ? [piece.resource] : []);
  const text = decoded(pieces.map((piece) => typeof piece === 'string' ? piece : clusterMark(piece) ?? HOLE).join(''));
  return {
    kind: kindOf(text),
    setsCluster: /\bECS_CLUSTER\b/.test(text),
    writesAgentFile: AGENT_FILE.test(text),
    mayFetchMore: /\b(curl|wget|aws|cfn-init|source|git|ansible\w*|python3?|ssm)\b|#include|ecs\.config/.test(text.replaceAll(/cfn-signal[^\n]*/g, '')) || text.includes(HOLE),
    clusters: namesIn(text, clusters),
    misspelt: misspeltIn(text),
    waitsForAgent: waitingIn(text),
  };
}

/** True if the user data is base64, which EC2 takes alone. */
export function readIsEncoded(launch: Value): Fact<boolean> {
  const written = launch.get('UserData');
  const name = intrinsic(written.json);
  if (written.json === undefined || name === 'Fn::Base64') return true;
  if (typeof written.json !== 'string' && name !== 'Fn::Sub' && name !== 'Fn::Join') return new Unknown('the user data is known when the stack is deployed');
  const texts = written.pieces().filter((piece) => typeof piece === 'string');
  if (texts.some((text) => /[^A-Za-z0-9+/=\s]/.test(text.trim()))) return false;
  return typeof written.text() === 'string' ? true : new Unknown('the user data is known when the stack is deployed');
}

// The file itself, its folder in a script that changes to it or takes its name from a variable, and what runs the agent by itself.
const AGENT_FILE = /\/etc\/ecs\/ecs\.config\b|[\s>=\"']ecs\.config\b|\/etc\/ecs\/?["']?(\s|;|&|\||$)|\/etc\/ecs\/["']?[$*]|\/etc\/default\/ecs|ecs-agent|amazon-ecs-init/m;

/** The clusters whose capacity providers an Auto Scaling group is behind, by their keys and their names. */
export const clustersOfProviders = memoize((app: App): ReadonlyMap<Resource, readonly Fact<string>[]> => {
  const found = new Map<Resource, readonly Fact<string>[]>();
  for (const resource of app.ofType('AWS::ECS::ClusterCapacityProviderAssociations', CLUSTER)) {
    const providers = resource.properties.get('CapacityProviders').items();
    for (const value of providers instanceof Unknown ? [] : providers) {
      const provider = resourceIn(value, 'AWS::ECS::CapacityProvider');
      if (provider) found.set(provider, [...found.get(provider) ?? [], ...namesOf(resource)]);
    }
  }
  return found;
});

function namesOf(resource: Resource): readonly Fact<string>[] {
  const written = resource.properties.get('Cluster');
  const cluster = resource.type === CLUSTER ? resource : resourceIn(written, CLUSTER);
  if (!cluster) return [typeof written.text() === 'string' ? required(written.text()) : new Unknown(outside(written))];
  const name = cluster.properties.get('ClusterName').text();
  return [keyOf(cluster), ...name === undefined ? [] : [name]];
}

function clusterMark(piece: Reference | Unknown): string | undefined {
  return piece instanceof Reference && piece.resource.type === CLUSTER && piece.attribute === undefined ? MARK : undefined;
}

/** Stands for the name of a cluster of the app. */
const MARK = '\u0001';

function decoded(text: string): string {
  // Templates that no tool wrote may bring it encoded.
  return /^[A-Za-z0-9+/\s]{16,}={0,2}\s*$/.test(text) ? Buffer.from(text, 'base64').toString('utf-8') : text;
}

const KINDS: ReadonlyArray<readonly [RegExp, UserDataKind]> = [
  [/^$/, 'none'], [/^#!/, 'shell'], [/^#(cloud-config|cloud-boothook|include)/, 'cloud-config'], [/^(content-type|mime-version):/i, 'mime'],
  [/^<(powershell|script)>/i, 'powershell'], [/^(#[^\n]*\s+)*\[?settings\b/, 'toml'],
];

// Cloud-init and EC2Launch decide by the beginning, behind blank lines.
function kindOf(text: string): Fact<UserDataKind> {
  const begin = text.trimStart();
  if (begin.startsWith(HOLE)) return new Unknown('the user data begins with a text that only the deployment knows');
  return KINDS.find(([pattern]) => pattern.test(begin))?.[1] ?? 'text';
}

/** TOML has texts in quotes alone. */
const UNQUOTED = 'settings.ecs.cluster without quotes';

/** The agent takes each line of its file as it is: up to the `=`, and all behind it. */
function misspeltIn(text: string): string | undefined {
  if (kindOf(text) === 'toml') return /^\s*(settings\.ecs\.)?cluster\s*=\s*[^\s"']/m.test(text) ? UNQUOTED : undefined;
  if (/\bECS_CLUSTER[ \t]+=/.test(text) || /\bECS_CLUSTER=[ \t]+\S/.test(text)) return 'ECS_CLUSTER with a space beside its =';
  if (/^\s*ECS_CLUSTER=["']/m.test(hereDocument(text)) || /echo\s+(-\w+\s+)*('ECS_CLUSTER="|"ECS_CLUSTER=(\\"|'))/.test(text)) return 'ECS_CLUSTER in quotes that stay in the file';
  if (/\bECS_CLUSTER\b/.test(text)) return undefined;
  return [...text.matchAll(/\b([A-Za-z][\w-]{7,13})=/g)].map(([, name]) => name).find((name) => isNear(name.toUpperCase()));
}

/** A command of a script that starts the agent, and does not return before it runs. */
function waitingIn(text: string): string | undefined {
  // What a script writes to a file runs some other time.
  const script = text.replaceAll(/<<-?\s*["']?(\w+)["']?[^\n]*\n[\s\S]*?\n\s*\1\s*(?=\n|$)/g, '');
  const commands = script.split(/\n|&&|\|\||;/).map((command) => command.trim().replace(/^(-\s+)?(sudo\s+)?/, ''));
  return commands.find((command) => STARTS_AGENT.test(command) && !/--no-block|&\s*$/.test(command))?.replaceAll(/\s+/g, ' ');
}

const STARTS_AGENT = /^(systemctl\s+(-\S+\s+)*(start|restart|enable\s+(-\S+\s+)*--now|reenable\s+--now)\s+([\w.@-]+\s+)*ecs(\.service)?(\s|$)|service\s+ecs\s+(start|restart)\b)/;

/** The lines between `<<EOF` and `EOF` that a script writes to the file of the agent. */
function hereDocument(text: string): string {
  return [...text.matchAll(/^(.*)<<-?\s*["']?(\w+)["']?(.*)\n([\s\S]*?)\n\s*\2\s*$/gm)]
    .filter(([, before, , after]) => /ecs\.config/.test(before + after)).map(([, , , , lines]) => lines).join('\n');
}

// Another case, another sign between the words, or one letter that is wrong, missing or too many.
function isNear(name: string): boolean {
  const letters = name.replaceAll(/[^A-Z]/g, '');
  if (letters === 'ECSCLUSTER') return true;
  return letters.startsWith('ECSCL') && Math.abs(letters.length - 'ECSCLUSTER'.length) <= 1 && /^ECSCLU?S?T?E?R?S?$/.test(letters);
}

function namesIn(text: string, clusters: readonly Resource[]): readonly Fact<string>[] {
  const named = /\bECS_CLUSTER["']?\s*[=,:]\s*["']?([^\s"',;)\\]+)|^\s*(?:settings\.ecs\.)?cluster\s*=\s*["']([^"']+)["']|-Cluster\s+["']?([^\s"']+)/gm;
  let next = 0;
  return [...text.matchAll(named)].map(([, shell, toml, powershell]) => {
    const name = shell ?? toml ?? powershell;
    if (name === MARK) return clusters[next] ? keyOf(clusters[Math.min(next++, clusters.length - 1)]) : new Unknown('the cluster is not known');
    return /[$\u0000\u0001{<]/.test(name) ? new Unknown('the name of the cluster is known when the instance starts') : name;
  });
}
