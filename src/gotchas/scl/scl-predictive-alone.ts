import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const sclPredictiveAlone = defineGotcha({
  id: 'scl-predictive-alone',
  title: 'Predictive scaling without a policy that removes tasks',
  consequence: 'misbehaves',
  symptom: 'The count rises before each peak and stays there, until it is at its maximum.',
  why: 'Predictive scaling raises the count before a load. It never lowers it, and doesn\'t follow a load that is not as forecast.',
  rule: 'A policy with the mode `ForecastAndScale` has a target tracking or step policy beside it.',
  fix: 'add a target tracking policy to the same scalable target, or set the mode to ForecastOnly',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/predictive-auto-scaling.html',
  levels: ['synth', 'live'],
  causalRank: 'none',
  subject: 'scalableTarget',
  needs: ['policies'],
  check: ({ policies }) => {
    const predictive = policies.filter(({ predictiveMode }) => predictiveMode === 'ForecastAndScale');
    if (predictive.length === 0) {
      policies.forEach(({ predictiveMode }) => known(predictiveMode));
      return [];
    }
    if (policies.some(({ kind }) => kind === 'target-tracking' || kind === 'step')) return [];
    policies.forEach(({ kind }) => known(kind));
    const { name } = predictive[0];
    return [{ property: typeof name === 'string' ? `scaling[${name}].mode` : 'mode', detail: 'mode (ForecastAndScale) only adds tasks, and no other policy removes them' }];
  },
});
