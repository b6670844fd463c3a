import { known } from '../../facts/fact';
import { REGIONS } from '../../facts/regions';
import { didYouMean } from '../../text/nearest';
import { defineGotcha, each } from '../definition';

export const opsRegionUnknown = defineGotcha({
  id: 'ops-region-unknown',
  title: 'A region that is not known',
  consequence: 'risk',
  symptom: '`Could not resolve host`, `no such host` or `Could not connect to the endpoint URL`, in a deployment or when a task starts.',
  why: 'The name of a region is part of host names and of ARNs. If there is no such region, nothing answers there. A region that opened after this version is not known either.',
  rule: 'The region of the stack, `awslogs-region`, and the regions of ARNs and of images in a task definition are regions of AWS that this version knows.',
  fix: 'correct the name of the region',
  docsUrl: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
  levels: ['synth'],
  subject: 'task',
  needs: ['namedRegions'],
  check: ({ namedRegions }) => {
    const seen = new Set<string>();
    return each(namedRegions, ({ where, region: named }) => {
      const region = known(named);
      // A constant often has the mistake for several places.
      if (REGIONS.includes(region) || seen.has(region)) return [];
      seen.add(region);
      return [{ detail: `${where} (${region}) names a region that is not known${didYouMean(region, REGIONS, 2)}` }];
    });
  },
});
