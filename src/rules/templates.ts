import { readFileSync } from 'fs';
import { dirname, join, resolve } from 'path';
import { Stack, Stage, Token } from 'aws-cdk-lib/core';
import { assetManifestOf, imagePlatformsIn, type ImagePlatforms } from '../cloudformation/image-assets';
import type { TemplateSource } from '../cloudformation/template';

/** The templates of an app, and the stack each is made from. */
export interface Templates {
  readonly sources: readonly TemplateSource[];
  readonly stacks: ReadonlyMap<string, Stack>;
}

/**
 * Reads the templates to validate, and those of the stacks nested in them, which the CDK hands out as assets.
 *
 * @param templatePaths paths of the templates; by default, those of all stacks
 */
export function readTemplates(appStacks: readonly Stack[], templatePaths?: readonly string[]): Templates {
  const stacks = new Map(appStacks.map((stack) => [pathOf(stack), stack]));
  const asked = new Set(templatePaths?.map((path) => resolve(path)) ?? stacks.keys());
  for (const [path, stack] of stacks) if (asked.has(pathOf(topOf(stack)))) asked.add(path);
  return { sources: [...asked].map((path) => readTemplate(path, stacks.get(path))), stacks };
}

function readTemplate(path: string, stack: Stack | undefined): TemplateSource {
  const source = { id: path, assembly: dirname(path), body: readJson(path), imagePlatforms: imagePlatformsOf(stack ? pathOf(topOf(stack)) : path) };
  if (!stack) return source;
  return {
    ...source,
    stackName: literal(stack.stackName),
    account: literal(stack.account),
    region: literal(stack.region),
    nestedIn: stack.nestedStackParent && stack.nestedStackResource && {
      template: pathOf(stack.nestedStackParent),
      logicalId: stack.nestedStackParent.resolve(stack.nestedStackResource.logicalId) as string,
    },
  };
}

/** All assets of a stack and of the stacks nested in it are in one manifest. */
function imagePlatformsOf(path: string): () => ImagePlatforms {
  let read: ImagePlatforms | undefined;
  return () => (read ??= imagePlatformsIn(readJson(assetManifestOf(path))));
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf-8'));
  } catch {
    // Another plugin's business: without a template there is nothing to check.
    return {};
  }
}

function topOf(stack: Stack): Stack {
  return stack.nestedStackParent ? topOf(stack.nestedStackParent) : stack;
}

function pathOf(stack: Stack): string {
  return resolve(join(Stage.of(stack)?.outdir ?? '', stack.templateFile));
}

function literal(value: string): string | undefined {
  return Token.isUnresolved(value) ? undefined : value;
}
