// @ts-check
'use strict';

/** @typedef {'EcsGuardrails' | 'cdk-nag'} RulePack */

/** @type {{ [name: string]: (app: import('aws-cdk-lib/core').App) => void }} */
const RULE_PACKS = {
  // @ts-ignore: found in the project that is made for the run
  'EcsGuardrails': (app) => require('cdk-ecs-guardrails').EcsGuardrails.applyTo(app),
  'cdk-nag': (app) => {
    const { Validations } = require('aws-cdk-lib/core');
    const { AwsSolutionsChecks } = require('cdk-nag');
    const pack = new AwsSolutionsChecks(app);
    // What it finds is printed and written like any report, but must not end the process.
    Validations.of(app).addPlugins({ name: pack.name, validate: (context) => ({ ...pack.validate(context), success: true }) });
  },
};

/** Adds a rule pack to an app. */
function applyRulePack(/** @type {import('aws-cdk-lib/core').App} */ app, /** @type {string} */ name) {
  RULE_PACKS[name](app);
}

module.exports = { applyRulePack };
