import type { App } from './app';
import { argumentOf, intrinsic } from './intrinsic';
import { asRecord } from './json';
import { resolve } from './resolve';
import { Plain, Reference, type Resolved } from './resolved';
import type { Resource, Template } from './template';
import { textPieces, type TextPiece } from './text-pieces';
import { unfinished } from './unfinished';
import { Unknown, type Fact } from '../facts/fact';

const NONE: readonly Value[] = [];
const NO_PIECES: readonly TextPiece[] = [];
const NO_ENTRIES: readonly (readonly [string, Value])[] = [];

/**
 * One value of a template: reads as a fact, whatever it is written as.
 *
 * Nearly all values are absent or plain: each question answers those first, and follows functions and references only then.
 */
export class Value {
  private resolved?: Resolved;

  public constructor(public readonly template: Template, public readonly json: unknown) {}

  public get app(): App {
    return this.template.app;
  }

  /** A property of an object; absent where there is no object. */
  public get(key: string): Value {
    const { json, template } = this;
    if (json === undefined) return this;
    const own = (json as Record<string, unknown> | null)?.[key];
    // A function has no property but its own name.
    if (own !== undefined) return new Value(template, own);
    return intrinsic(json) !== undefined ? this.ofResult(key) : template.absent;
  }

  public at(...path: readonly string[]): Value {
    let value: Value = this;
    for (const key of path) value = value.get(key);
    return value;
  }

  /** Returns true if a value is set, known or not. */
  public isSet(): Fact<boolean> {
    const { json } = this;
    if (json === undefined) return false;
    if (typeof json !== 'object') return true;
    const target = this.target();
    if (target instanceof Plain) return target.json !== undefined && target.json !== null;
    return target instanceof Unknown && mayVanish(json) ? target : true;
  }

  public text(): Fact<string | undefined> {
    const { json } = this;
    if (typeof json === 'string') return unfinished(json) ?? json;
    return json === undefined ? json : this.plain(textOf);
  }

  public number(): Fact<number | undefined> {
    const { json } = this;
    return typeof json === 'number' || json === undefined ? json : this.plain(numberOf);
  }

  public flag(): Fact<boolean | undefined> {
    const { json } = this;
    return typeof json === 'boolean' || json === undefined ? json : this.plain(flagOf);
  }

  /** Value of an API's enumeration. */
  public word<W extends string>(...words: readonly W[]): Fact<W | undefined> {
    const { json } = this;
    if (json === undefined) return undefined;
    return words.includes(json as W) ? json as W : this.plain((other) => words.find((word) => word === other));
  }

  /** The items of a list, none when it is absent. An item that a condition may take away makes the whole list unknown. */
  public items(): Fact<readonly Value[]> {
    const { json } = this;
    return json === undefined ? NONE : this.itemsOf(this.target());
  }

  /** The entries of an object, none when it is absent. */
  public entries(): Fact<readonly (readonly [string, Value])[]> {
    if (this.json === undefined) return NO_ENTRIES;
    const target = this.target();
    if (target instanceof Unknown) return target;
    if (target instanceof Reference || typeof (target.json ?? {}) !== 'object') return new Unknown('not an object');
    return Object.keys(target.json ?? {}).map((key) => [key, this.get(key)] as const);
  }

  /** The resource of the app that it refers to. */
  public resource(): Fact<Resource | undefined> {
    if (this.json === undefined) return undefined;
    const target = this.target();
    if (target instanceof Reference) return target.resource;
    if (target instanceof Unknown) return target;
    return target.json === undefined ? undefined : new Unknown('it is not a resource of this app');
  }

  /** The parts of a text, some of which only the deployment knows. */
  public pieces(): readonly TextPiece[] {
    if (typeof this.json === 'string') return [unfinished(this.json) ?? this.json];
    const name = intrinsic(this.json);
    if (name === undefined) return NO_PIECES;
    const argument = argumentOf(this.json);
    if (name === 'Fn::Base64') return new Value(this.template, argument).pieces();
    const parts = name === 'Fn::Join' || name === 'Fn::Sub' ? textPieces(this.template, argument) : undefined;
    if (parts) return parts instanceof Unknown ? [parts] : parts;
    const target = this.target();
    if (!(target instanceof Plain)) return [target];
    return typeof target.json === 'string' ? [target.json] : [];
  }

  /** An object that may be written as a text of JSON, as CloudFormation accepts policies. */
  public document(): Fact<Value> {
    if (intrinsic(this.json) === 'Fn::ToJsonString') return new Value(this.template, argumentOf(this.json));
    const target = this.target();
    if (target instanceof Unknown) return target;
    if (target instanceof Reference || typeof target.json !== 'string') return this;
    const json = parsed(target.json);
    return json === undefined ? new Unknown('a text that is not JSON') : new Value(target.template, json);
  }

  private ofResult(key: string): Value {
    const target = this.target();
    if (!(target instanceof Plain)) return this;
    const own = (target.json as Record<string, unknown> | null | undefined)?.[key];
    return own === undefined ? target.template.absent : new Value(target.template, own);
  }

  private itemsOf(target: Resolved): Fact<readonly Value[]> {
    if (target instanceof Unknown) return target;
    if (target instanceof Reference || (target.json !== undefined && !Array.isArray(target.json))) return new Unknown('not a list');
    const items: Value[] = [];
    const list = (target.json ?? []) as readonly unknown[];
    for (let at = 0; at < list.length; at++) {
      const item = new Value(target.template, list[at]);
      const isSet = item.isSet();
      if (isSet instanceof Unknown) return isSet;
      if (isSet) items.push(item);
    }
    return items;
  }

  private target(): Resolved {
    this.resolved ??= resolve(this.template, this.json);
    return this.resolved;
  }

  private plain<T>(read: (json: unknown) => T | undefined): Fact<T | undefined> {
    const target = this.target();
    if (target instanceof Unknown) return target;
    if (target instanceof Reference) return new Unknown(`${target.resource.logicalId} is known when the stack is deployed`);
    if (target.json === undefined || target.json === null) return undefined;
    return read(target.json) ?? new Unknown('it is written in a form that CloudFormation does not accept');
  }
}

function textOf(json: unknown): string | undefined {
  return ['string', 'number', 'boolean'].includes(typeof json) ? String(json) : undefined;
}

function numberOf(json: unknown): number | undefined {
  const isNumber = typeof json === 'number' || (typeof json === 'string' && json.trim() !== '' && Number.isFinite(Number(json)));
  return isNumber ? Number(json) : undefined;
}

function flagOf(json: unknown): boolean | undefined {
  return ({ true: true, false: false })[String(json)];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

// `Fn::If` with a branch that leaves the value out, or `Fn::FindInMap` with such a default.
function mayVanish(json: unknown): boolean {
  const name = intrinsic(json);
  const argument = argumentOf(json);
  if (name === 'Ref') return argument === 'AWS::NoValue';
  if (!Array.isArray(argument)) return false;
  return name === 'Fn::If' ? argument.slice(1).some(mayVanish) : name === 'Fn::FindInMap' && mayVanish(asRecord(argument[3]).DefaultValue);
}
