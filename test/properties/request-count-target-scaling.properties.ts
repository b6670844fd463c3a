import * as fc from 'fast-check';
import { CpuTargetScaling, RequestCountTargetScaling } from '../../src';
import { propertiesOf } from './support/properties-of';
import { BROKEN_REQUESTS, BROKEN_SCALING, scaling, scalingSubject } from './support/scaling-cases';
import { smallWeb } from './support/small';

const requests = scalingSubject({
  service: smallWeb,
  beside: (given, props) => new CpuTargetScaling(given, 'Beside', props),
  policy: (scope, id, { target = 1000, ...props }) => new RequestCountTargetScaling(scope, id, { ...props, requestsPerTarget: target }),
});

propertiesOf('RequestCountTargetScaling', requests, scaling(fc.integer({ min: 1, max: 1e9 })), [...BROKEN_SCALING, ...BROKEN_REQUESTS]);
