import { SERVICE_SHAPE } from '../../src/readers/services/service-shape';
import type { Shape } from '../../src/readers/shape';
import { TASK_SHAPE } from '../../src/readers/tasks/task-shape';
import { propertiesOf } from '../support/specification';

/** Paths of all properties of a shape; those below `any` are not followed. */
function pathsIn(shape: Shape, path = ''): readonly string[] {
  if (typeof shape === 'string') return [];
  if (Array.isArray(shape)) return pathsIn((shape as readonly [Shape])[0], path);
  return Object.entries(shape as Readonly<Record<string, Shape>>).flatMap(([name, below]) => {
    const own = (path === '' ? '' : `${path}.`) + name.replace('!', '');
    return [own, ...pathsIn(below, own)];
  });
}

/** Paths whose shape is not followed. */
function openIn(shape: Shape, path = ''): readonly string[] {
  if (shape === 'any') return [path];
  if (typeof shape === 'string') return [];
  if (Array.isArray(shape)) return openIn((shape as readonly [Shape])[0], path);
  return Object.entries(shape as Readonly<Record<string, Shape>>).flatMap(([name, below]) => openIn(below, (path === '' ? '' : `${path}.`) + name.replace('!', '')));
}

test.each([
  ['AWS::ECS::TaskDefinition', TASK_SHAPE],
  ['AWS::ECS::Service', SERVICE_SHAPE],
] as const)('%s: the shape has each property that CloudFormation has', (type, shape) => {
  const open = openIn(shape);
  const followed = propertiesOf(type).filter((path) => !open.some((one) => path.startsWith(`${one}.`)));
  expect(followed.length).toBeGreaterThan(30);
  expect(followed.filter((path) => !pathsIn(shape).includes(path))).toEqual([]);
});
