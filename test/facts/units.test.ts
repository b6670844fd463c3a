import { Unknown } from '../../src/facts/fact';
import { monthlyUsd } from '../../src/facts/fargate-prices';
import { HOLE, imageFacts } from '../../src/facts/image';
import { cpuUnits, memoryMiB } from '../../src/facts/units';

test.each([['256', 256], ['.25 vCPU', 256], ['1 vcpu', 1024], ['2vCPU', 2048], [undefined, undefined]])('%p is %p CPU units', (text, units) => {
  expect(cpuUnits(text)).toBe(units);
});

test.each([['512', 512], ['0.5 GB', 512], ['30gb', 30720]])('%p is %p MiB', (text, mib) => {
  expect(memoryMiB(text)).toBe(mib);
});

test('what is no size is unknown', () => {
  expect(cpuUnits('1 GB')).toEqual(new Unknown('"1 GB" is not a number of CPU units'));
  expect(memoryMiB(new Unknown('a parameter'))).toEqual(new Unknown('a parameter'));
});

test('a task of 1 vCPU and 2 GB costs what AWS lists', () => {
  expect(monthlyUsd(1024, 2048, 'X86_64')).toBeCloseTo(36.04, 2);
  expect(monthlyUsd(1024, 2048, 'ARM64')).toBeCloseTo(28.84, 1);
  expect(monthlyUsd(1024, 2048, 'S390X')).toBeUndefined();
});

describe('an image', () => {
  const unknown = new Unknown('the image is known only at deployment');

  test.each([
    ['nginx', { tag: undefined, digest: undefined, inPrivateEcr: false }],
    ['nginx:1.27', { tag: '1.27', digest: undefined, inPrivateEcr: false }],
    ['registry:5000/shop/app', { tag: undefined, digest: undefined, inPrivateEcr: false }],
    ['app:v1@sha256:00', { tag: 'v1', digest: 'sha256:00', inPrivateEcr: false }],
    ['public.ecr.aws/x/app:v1', { tag: 'v1', digest: undefined, inPrivateEcr: false }],
    ['111122223333.dkr.ecr.eu-west-1.amazonaws.com/app', { tag: undefined, digest: undefined, inPrivateEcr: true }],
    ['111122223333.dkr-ecr.eu-west-1.on.aws/app:v1', { tag: 'v1', digest: undefined, inPrivateEcr: true }],
  ])('%s is read', (reference, facts) => {
    expect(imageFacts(reference)).toMatchObject({ reference, ...facts });
  });

  test.each([
    ['111122223333.dkr.ecr.eu-west-1.amazonaws.com/app', true],
    [`${HOLE}.dkr.ecr.${HOLE}/app`, true],
    ['public.ecr.aws/nginx/nginx:1.27', true],
    ['111122223333.dkr-ecr.eu-west-1.on.aws/app', false],
    ['ecr-public.aws.com/nginx/nginx:1.27', false],
    ['nginx', expect.any(Unknown) as unknown],
    [HOLE, expect.any(Unknown) as unknown],
  ])('%j answers over IPv4 alone: %s', (reference, isIpv4Only) => {
    expect(imageFacts(reference).isIpv4Only).toEqual(isIpv4Only);
  });

  test.each([
    [`${HOLE}.dkr.ecr.${HOLE}.${HOLE}/app:v1`, { tag: 'v1', digest: undefined, inPrivateEcr: true }],
    [`${HOLE}/app:v1`, { tag: 'v1', digest: undefined, inPrivateEcr: unknown }],
    [`app:${HOLE}`, { tag: unknown, digest: unknown, inPrivateEcr: false }],
    [`app@${HOLE}`, { tag: undefined, digest: HOLE, inPrivateEcr: false }],
    [`public.ecr.aws/${HOLE}`, { tag: unknown, digest: unknown, inPrivateEcr: false }],
  ])('%j is read as far as it is known', (reference, facts) => {
    expect(imageFacts(reference)).toMatchObject({ reference: unknown, ...facts });
  });
});
