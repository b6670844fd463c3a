import { Construct } from 'constructs';
import { areaOf } from '../gotchas/area';
import { GotchaSeverity } from '../gotchas/gotcha';
import { hasCheck } from '../gotchas/definition';
import { loadCatalogue } from '../gotchas/load-catalogue';
import { refuse } from '../gotchas/message';
import { nearest } from '../text/nearest';

/** Settings of the rule pack for an app. */
export interface Settings {
  readonly areas?: readonly string[];
  readonly failOn?: GotchaSeverity;
  readonly strict?: boolean;
  readonly severities?: Readonly<Record<string, GotchaSeverity>>;
}

/** Throws for a scope that is none, which the types rule out except in JavaScript. */
export function checkScope(scope: unknown): void {
  if (Construct.isConstruct(scope)) return;
  refuse({ headline: `scope is of the type ${typeof scope}, it must be a construct`, at: 'EcsGuardrails.applyTo', property: 'scope', fix: 'pass the app: EcsGuardrails.applyTo(app)' });
}

/** Throws for what would change nothing: areas, ids and severities that there are none of. */
export function checkSettings(plugin: string, { areas, failOn, severities = {} }: Settings): void {
  if (areas !== undefined && !Array.isArray(areas)) {
    refuse({ headline: `areas (${String(areas)}) is no list`, at: plugin, property: 'areas', fix: "write a list: ['dpl', 'net']" });
  }
  if (areas?.length === 0) {
    refuse({ headline: 'areas (none) leaves nothing to check', at: plugin, property: 'areas', fix: 'name an area, or leave areas out for all of them' });
  }
  if (failOn !== undefined) checkSeverity(plugin, 'failOn', failOn);
  for (const area of areas ?? []) checkArea(plugin, area);
  for (const [id, severity] of Object.entries(severities)) {
    checkId(plugin, id);
    checkSeverity(plugin, `severities[${id}]`, severity);
  }
}

function checkArea(plugin: string, area: string): void {
  const known = [...new Set(loadCatalogue().filter(hasCheck).map(({ id }) => areaOf(id)))];
  if (known.includes(area)) return;
  refuse({
    headline: `areas (${area}) names no area of the catalogue`,
    at: plugin,
    property: 'areas',
    fix: `take areas of ${known.join(', ')}`,
  });
}

function checkId(plugin: string, id: string): void {
  const known = loadCatalogue().filter(hasCheck).map((gotcha) => gotcha.id);
  if (known.includes(id)) return;
  const unprefixed = id.replace(`${plugin}::`, '');
  const near = known.includes(unprefixed) ? [unprefixed] : nearest(unprefixed, known);
  refuse({
    headline: `severities (${id}) names no entry of the catalogue`,
    at: plugin,
    property: 'severities',
    fix: near.length > 0 ? `did you mean ${near.join(', ')}?` : 'take an id of the catalogue',
  });
}

// Languages without types pass any text.
function checkSeverity(plugin: string, property: string, severity: string): void {
  const known: readonly string[] = Object.values(GotchaSeverity);
  if (known.includes(severity)) return;
  refuse({ headline: `${property} (${severity}) is no severity`, at: plugin, property, fix: `take one of ${known.join(', ')}` });
}
