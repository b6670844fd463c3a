/**
 * Runs the app named by the first argument with cdk-nag beside CDK's own validation, so that an
 * example is judged without knowing of it.
 */
import { App, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';

const synth = App.prototype.synth;

App.prototype.synth = function (this: App, ...options) {
  if (!naggedApps.has(this)) {
    naggedApps.add(this);
    Validations.of(this).addPlugins(new AwsSolutionsChecks(this));
  }
  return synth.apply(this, options);
};

const naggedApps = new WeakSet<App>();

void import(process.argv[2]);
