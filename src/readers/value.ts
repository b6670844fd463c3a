import type { App } from './app';
import { intrinsic, Plain, Reference, resolve, type Resolved } from './resolve';
import type { Resource, Template } from './template';
import { pieces, type Piece } from './text';
import { Unknown, type Fact } from '../facts/fact';

/** One value of a template: reads as a fact, whatever it is written as. */
export class Value {
  private resolved?: Resolved;

  public constructor(private readonly template: Template, public readonly json: unknown) {}

  public get app(): App {
    return this.template.app;
  }

  /** A property of an object; absent where there is no object. */
  public get(key: string): Value {
    const target = this.target();
    if (target instanceof Plain) {
      const { json } = target;
      return new Value(target.template, typeof json === 'object' && json !== null ? (json as Record<string, unknown>)[key] : undefined);
    }
    return this;
  }

  public at(...path: readonly string[]): Value {
    return path.reduce<Value>((value, key) => value.get(key), this);
  }

  /** Whether there is a value, known or not. */
  public isSet(): Fact<boolean> {
    const target = this.target();
    if (target instanceof Plain) return target.json !== undefined && target.json !== null;
    return target instanceof Unknown && mayVanish(this.json) ? target : true;
  }

  public text(): Fact<string | undefined> {
    return this.plain((json) => typeof json === 'string' ? json : typeof json === 'number' || typeof json === 'boolean' ? String(json) : undefined);
  }

  public number(): Fact<number | undefined> {
    return this.plain((json) => {
      const isNumber = typeof json === 'number' || (typeof json === 'string' && json.trim() !== '' && Number.isFinite(Number(json)));
      return isNumber ? Number(json) : undefined;
    });
  }

  public flag(): Fact<boolean | undefined> {
    return this.plain((json) => ({ true: true, false: false })[String(json)]);
  }

  /** One of the words an API knows. */
  public word<W extends string>(...words: readonly W[]): Fact<W | undefined> {
    return this.plain((json) => words.find((word) => word === json));
  }

  /** The items of a list, none when it is absent. An item that a condition may take away makes the whole list unknown. */
  public items(): Fact<readonly Value[]> {
    const target = this.target();
    if (target instanceof Unknown) return target;
    if (target instanceof Reference || (target.json !== undefined && !Array.isArray(target.json))) return new Unknown('not a list');
    const items = ((target.json ?? []) as readonly unknown[]).map((json) => new Value(target.template, json));
    const vanishing = items.map((item) => item.isSet()).find((isSet) => isSet instanceof Unknown);
    return (vanishing as Unknown | undefined) ?? items.filter((item) => item.isSet() === true);
  }

  /** The entries of an object, none when it is absent. */
  public entries(): Fact<readonly (readonly [string, Value])[]> {
    const target = this.target();
    if (target instanceof Unknown) return target;
    if (target instanceof Reference || typeof (target.json ?? {}) !== 'object') return new Unknown('not an object');
    return Object.keys(target.json ?? {}).map((key) => [key, this.get(key)] as const);
  }

  /** The resource of the app that it refers to. */
  public resource(): Fact<Resource | undefined> {
    const target = this.target();
    if (target instanceof Reference) return target.resource;
    if (target instanceof Unknown) return target;
    return target.json === undefined ? undefined : new Unknown('it is not a resource of this app');
  }

  /** The parts of a text, some of which only the deployment knows. */
  public pieces(): readonly Piece[] {
    const [name, argument] = intrinsic(this.json) ?? [];
    if (name === 'Fn::Base64') return new Value(this.template, argument).pieces();
    const parts = name === 'Fn::Join' || name === 'Fn::Sub' ? pieces(this.template, argument) : undefined;
    if (parts) return parts instanceof Unknown ? [parts] : parts;
    const target = this.target();
    if (!(target instanceof Plain)) return [target];
    return typeof target.json === 'string' ? [target.json] : [];
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
    return read(target.json) ?? new Unknown('it is written in a form that CloudFormation does not take');
  }
}

// `Fn::If` with a branch that leaves the value out.
function mayVanish(json: unknown): boolean {
  const [name, argument] = intrinsic(json) ?? [];
  if (name === 'Ref') return argument === 'AWS::NoValue';
  return name === 'Fn::If' && Array.isArray(argument) && argument.slice(1).some(mayVanish);
}
