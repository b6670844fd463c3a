import { argumentOf, intrinsic } from './intrinsic';
import { asRecord } from './json';
import { resolve } from './resolve';
import { Plain } from './resolved';
import { macrosOf, type Template, type TemplateSource } from './template';

/**
 * Templates with their loops expanded; `undefined` if no loop can be expanded.
 *
 * A loop stays as it is if its collection is known only at deployment, or if CloudFormation rejects it.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
export function withLoopsExpanded(templates: Iterable<Template>): readonly TemplateSource[] | undefined {
  let isExpanded = false;
  const sources: TemplateSource[] = [];
  for (const template of templates) {
    const source = mayLoop(template.source) ? expanded(template) : undefined;
    isExpanded ||= source !== undefined;
    sources.push(source ?? template.source);
  }
  return isExpanded ? sources : undefined;
}

/** Returns true if CloudFormation expands loops in the template. */
function mayLoop({ body }: TemplateSource): boolean {
  return macrosOf(body).includes('AWS::LanguageExtensions');
}

/** Returns true if a key of an object is a loop that creates other keys. */
export function isLoop(key: string): boolean {
  return key.startsWith('Fn::ForEach');
}

const PREFIX = 'Fn::ForEach::';

const SECTIONS = ['Conditions', 'Resources', 'Outputs'];

function expanded(template: Template): TemplateSource | undefined {
  const body = asRecord(template.source.body);
  const loops = new Loops(template);
  const sections = SECTIONS.map((name) => [name, asRecord(body[name])] as const).filter(([name, section]) => section === body[name])
    .map(([name, section]) => [name, loops.inSection(name, section)] as const);
  if (loops.isTooMuch || sections.every(([name, section]) => section === body[name])) return undefined;
  return { ...template.source, body: { ...body, ...Object.fromEntries(sections) }, loopOf: loops.loopOf };
}

/** Identifiers of the loops that a part of a template is in, each with its item of the collection. */
type Items = ReadonlyMap<string, string>;

/** Entries of an object, with those that its loops make. */
interface Entries {
  readonly made: ReadonlyMap<string, unknown>;
  /** Returns true if a loop is left after the expansion. */
  readonly isUnseen: boolean;
}

const NO_ITEMS: Items = new Map<string, string>();

// A template is a megabyte at most, with what loops make in it: one of more parts is refused.
const MOST_PARTS = 250_000;
// Anchors of YAML may go round in a circle.
const DEEPEST = 100;

/** Takes the loops of one template apart. */
class Loops {
  /** Logical ids of the resources that loops make, each with its loop. */
  public readonly loopOf = new Map<string, string>();
  private partsLeft = MOST_PARTS;

  public constructor(private readonly template: Template) {}

  /** Returns true if the template is larger than the limit of CloudFormation. */
  public get isTooMuch(): boolean {
    return this.partsLeft < 0;
  }

  /** A section with what its loops make; itself where it has none. */
  public inSection(name: string, section: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    return asObject(this.entries(section, NO_ITEMS, 0, name).made, section);
  }

  /** A part of a template with what loops in it make, and the identifiers of loops around it replaced; itself where there are neither. */
  private part(json: unknown, items: Items, depth: number): unknown {
    this.partsLeft--;
    if (typeof json === 'string') return replaced(json, items);
    if (typeof json !== 'object' || json === null || depth > DEEPEST || this.isTooMuch) return json;
    if (Array.isArray(json)) {
      const list = json.map((item) => this.part(item, items, depth + 1));
      return list.some((item, index) => item !== json[index]) ? list : json;
    }
    const name = intrinsic(json) === 'Ref' ? argumentOf(json) : undefined;
    if (typeof name === 'string' && items.has(name)) return items.get(name);
    const { made, isUnseen } = this.entries(json as Record<string, unknown>, items, depth);
    // Reads like a function known only at deployment: keys that a loop may add are not known to be missing.
    return isUnseen ? { 'Fn::ForEach': Object.fromEntries(made) } : asObject(made, json as Record<string, unknown>);
  }

  private entries(object: Readonly<Record<string, unknown>>, items: Items, depth: number, section?: string): Entries {
    const made = new Map<string, unknown>();
    let isUnseen = false;
    for (const [key, json] of Object.entries(object)) {
      if (isLoop(key)) {
        const looped = this.isFree(key.slice(PREFIX.length)) ? this.looped(json, items, depth, section) : undefined;
        if (looped && ![...looped.keys()].some((name) => made.has(name) || Object.hasOwn(object, name))) {
          for (const [name, part] of looped) {
            made.set(name, part);
            if (section === 'Resources' && items === NO_ITEMS) this.loopOf.set(name, key);
          }
        } else {
          isUnseen = true;
          made.set(key, items === NO_ITEMS ? json : this.part(json, items, depth + 1));
        }
      } else {
        const name = replaced(key, items);
        isUnseen ||= section !== undefined && items !== NO_ITEMS && !LOGICAL_ID.test(name);
        const part = this.part(json, items, depth + 1);
        made.set(name, section === 'Resources' ? this.resource(part) : part);
      }
    }
    return { made, isUnseen };
  }

  /** A resource with the name of its condition, which a map may have for some items and not for others. */
  private resource(json: unknown): unknown {
    const { Condition, ...more } = asRecord(json);
    const name = intrinsic(Condition) === undefined ? undefined : resolve(this.template, Condition);
    if (!(name instanceof Plain)) return json;
    return name.json === undefined ? more : { ...more, Condition: name.json };
  }

  /** Expansion of a loop; `undefined` if it is known only at deployment, or if CloudFormation rejects it. */
  private looped(json: unknown, around: Items, depth: number, section: string | undefined): ReadonlyMap<string, unknown> | undefined {
    const [identifier, collection, fragment] = Array.isArray(json) && json.length === 3 ? json as readonly unknown[] : [];
    const object = asRecord(fragment);
    if (typeof identifier !== 'string' || !this.isFree(identifier) || around.has(identifier) || object !== fragment) return undefined;
    const collected = this.collected(collection, around, depth);
    const all = new Map<string, unknown>();
    for (const item of collected ?? []) {
      if (this.isTooMuch) return undefined;
      this.partsLeft--;
      const { made, isUnseen } = this.entries(object, new Map(around).set(identifier, item), depth + 1, section);
      if (isUnseen || [...made.keys()].some((name) => all.has(name))) return undefined;
      for (const [name, part] of made) all.set(name, part);
    }
    return collected && all;
  }

  /** A loop and its identifier have names that nothing else has. */
  private isFree(name: string): boolean {
    const { parameters, resources } = this.template;
    return LOGICAL_ID.test(name) && !Object.hasOwn(parameters, name) && !resources.has(name);
  }

  private collected(collection: unknown, around: Items, depth: number): readonly string[] | undefined {
    const list = resolve(this.template, this.part(collection, around, depth + 1));
    if (!(list instanceof Plain) || !Array.isArray(list.json)) return undefined;
    const items: string[] = [];
    for (const json of list.json) {
      const item = resolve(list.template, json);
      if (!(item instanceof Plain) || !['string', 'number', 'boolean'].includes(typeof item.json) || item.json === '') return undefined;
      items.push(String(item.json));
    }
    return items;
  }
}

const LOGICAL_ID = /^[A-Za-z0-9]+$/;

/** A text with `${Identifier}` replaced by the item, and `&{Identifier}` by the letters and digits of it. */
function replaced(text: string, items: Items): string {
  if (items === NO_ITEMS) return text;
  return text.replace(/([$&])\{([^{}]*)\}/g, (whole, sign, name: string) => {
    const item = items.get(name);
    return item === undefined ? whole : sign === '&' ? item.replace(/[^A-Za-z0-9]/g, '') : item;
  });
}

/** Entries as an object: the one that they are of, where they are the same. */
function asObject(entries: ReadonlyMap<string, unknown>, object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const keys = Object.keys(object);
  return keys.length === entries.size && keys.every((key) => entries.get(key) === object[key]) ? object : Object.fromEntries(entries);
}
