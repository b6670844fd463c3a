import { App, Duration, Stack } from 'aws-cdk-lib/core';
import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import { cases } from '../../../src/gotchas/ops/ops-job-not-succeeded.cases';
import { successAlarm } from '../../../src/jobs/success-alarm';

const ID = 'ops-job-not-succeeded';
const [late, , unread] = cases.map(({ account }) => diagnose(account));

test('a job that has not succeeded in time is named', () => {
  expect(late.findings.filter(({ id }) => id === ID)).toMatchObject([{
    severity: 'warning',
    at: { kind: 'region', name: 'eu-west-1' },
    detail: 'job (ShopNightly4F0D5E6C) has not succeeded in time: alarm Shop-NightlyNoSuccess is in state ALARM',
    evidence: ['No run of Shop/Nightly succeeded within 2 days'],
  }]);
  expect(late.places.map(({ kind }) => kind)).not.toContain('region');
});

test('alarms that were not read are not checked', () => {
  expect(unread.gaps.filter(({ id }) => id === ID)).toMatchObject([{ reason: 'cloudwatch:DescribeAlarms is denied: allow it' }]);
});

test('the alarm of a job has the metric that the doctor searches for', () => {
  const alarm = successAlarm(new Stack(new App()), 'nightly', Duration.days(2), undefined);
  expect(alarm.metric).toMatchObject({ namespace: 'EcsJobs', metricName: 'Succeeded', dimensions: { Job: 'nightly' } });
});
