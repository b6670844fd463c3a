import { RegionInfo } from 'aws-cdk-lib/region-info';
import { REGIONS } from '../../src/facts/regions';

test('each region that the CDK knows is in the list, once', () => {
  expect(REGIONS).toEqual(expect.arrayContaining(RegionInfo.regions.map(({ name }) => name)));
  expect(new Set(REGIONS).size).toBe(REGIONS.length);
});
