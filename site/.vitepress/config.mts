import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitepress';

const { topics, examples, gotchas, api } = JSON.parse(readFileSync(new URL('../pages/menu.json', import.meta.url), 'utf8'));
const collapsed = true;

export default defineConfig({
  title: 'cdk-ecs-guardrails',
  description: 'Amazon ECS constructs for the AWS CDK, the rule pack and the doctor',
  // Where GitHub Pages serves the site of a project.
  base: process.env.SITE_BASE ?? '/',
  srcDir: 'pages',
  outDir: 'dist',
  cleanUrls: true,
  // Brackets in the text of the pages are text: `<cluster>`.
  markdown: { html: false },
  themeConfig: {
    search: { provider: 'local', options: { detailedView: true } },
    nav: [{ text: 'Topics', link: '/services' }, { text: 'Gotchas', link: '/gotchas/' }, { text: 'API', link: '/api/' }],
    sidebar: [
      { text: 'Examples', items: examples },
      { text: 'Topics', items: topics },
      { text: 'Gotchas', link: '/gotchas/', collapsed, items: gotchas },
      { text: 'API', link: '/api/', collapsed, items: api },
    ],
    outline: [2, 3],
    socialLinks: [{ icon: 'github', link: 'https://github.com/cdk-ecs-guardrails/cdk-ecs-guardrails' }],
  },
});
