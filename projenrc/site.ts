import type { awscdk } from 'projen';

/** The site: pages are generated from docs, catalogue, examples and API, and tested in a browser. It has separate dependencies. */
export function setUpSite(project: awscdk.AwsCdkConstructLibrary) {
  // Its search and menus come from the assembly, so the library has to be compiled before.
  project.addTask('docs:site', {
    description: 'Build the site of the docs, and test it in a browser',
    // Examples are run to see what they create; what the CDK thinks of them is for the tests.
    env: { CDK_VALIDATION: 'false' },
    steps: [
      { exec: 'npm ci --prefix site --no-audit --no-fund --silent' },
      { exec: 'tsx scripts/site/main.ts' },
      { exec: 'npm run build --prefix site --silent' },
      { exec: 'npm test --prefix site --silent' },
    ],
  });
  project.gitignore.addPatterns('/site/node_modules/', '/site/pages/', '/site/dist/', '/site/.vitepress/cache/');
}
