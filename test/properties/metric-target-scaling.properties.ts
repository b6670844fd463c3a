import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as fc from 'fast-check';
import { CpuTargetScaling, MetricTargetScaling } from '../../src';
import { propertiesOf } from './support/properties-of';
import { BROKEN_SCALING, scaling, scalingSubject } from './support/scaling-cases';
import { smallWorker } from './support/small';

const metric = scalingSubject({
  service: (given, world, desiredCount) => smallWorker(given, world, { desiredCount }),
  beside: (given, props) => new CpuTargetScaling(given, 'Beside', props),
  policy: (scope, id, { target = 1, ...props }) => new MetricTargetScaling(scope, id, {
    ...props, targetValue: target, metricPerTask: new cloudwatch.Metric({ namespace: 'Shop', metricName: 'ConnectionsPerTask' }),
  }),
});

propertiesOf('MetricTargetScaling', metric, scaling(fc.integer({ min: 1, max: 1e9 })), BROKEN_SCALING);
