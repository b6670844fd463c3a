import { Reference } from './resolved';
import type { Resource } from './template';
import type { Value } from './value';
import { Unknown, type Fact } from '../facts/fact';

/** The value the API takes when a property is left out. */
export function orDefault<T>(fact: Fact<T | undefined>, byDefault: T): Fact<T> {
  return fact === undefined ? byDefault : fact as Fact<T>;
}

/** A value that the resource can't be without. */
export function required<T>(fact: Fact<T | undefined>): Fact<T> {
  return fact === undefined ? new Unknown('it is left out') : fact as Fact<T>;
}

/** Each item of a list read the same way. */
export function list<T>(value: Value, read: (item: Value) => T): Fact<readonly T[]> {
  const items = value.items();
  return items instanceof Unknown ? items : items.map(read);
}

/** Texts of a value that may be one text or a list of texts, as in policies of IAM. */
export function oneOrMore(value: Value): readonly Fact<string>[] {
  const one = value.text();
  if (typeof one === 'string') return [one];
  const items = value.items();
  return items instanceof Unknown ? [items] : items.map((item) => required(item.text()));
}

/** True if one is, unknown if one may be. */
export function anyOf(facts: readonly Fact<boolean>[]): Fact<boolean> {
  return facts.includes(true) || (facts.find((fact) => fact instanceof Unknown) ?? false);
}

/** False if one is not, unknown if one may not be. */
export function allOf(facts: readonly Fact<boolean>[]): Fact<boolean> {
  return !facts.includes(false) && (facts.find((fact) => fact instanceof Unknown) ?? true);
}

/** Facts of a set of properties; `undefined` when it is left out. */
export function optional<T>(value: Value, read: (value: Value) => T): Fact<T | undefined> {
  const isSet = value.isSet();
  return isSet instanceof Unknown ? isSet : isSet ? read(value) : undefined;
}

/** One name for one resource of the app. */
export function keyOf(resource: Resource): string {
  return `${resource.template.source.id}#${resource.logicalId}`;
}

/** The resource a value refers to, when there is one and the app has it. */
export function resourceIn(value: Value, ...types: readonly string[]): Resource | undefined {
  const resource = value.resource();
  return resource === undefined || resource instanceof Unknown || !types.includes(resource.type) ? undefined : resource;
}

/** The resource's own key, or the text that names something outside of the app. */
export function identity(value: Value): Fact<string> {
  const resource = value.resource();
  return resource !== undefined && !(resource instanceof Unknown) ? keyOf(resource) : required(value.text());
}

/** Reason for which a value is not a resource of the app. */
export function outside(value: Value): string {
  const resource = value.resource();
  return resource instanceof Unknown ? resource.reason : 'it is a resource of another kind';
}

/** The parts of a text as one: resources by their keys, so that equal parts result in equal texts. */
export function textKey(value: Value): Fact<string> {
  const parts = value.pieces().map((piece) => piece instanceof Reference ? `<${keyOf(piece.resource)}.${piece.attribute ?? ''}>` : piece);
  return parts.find((part) => part instanceof Unknown) as Unknown | undefined ?? parts.join('');
}
