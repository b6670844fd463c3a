import { allBlocks, blocksOf, pages, pageText } from '../../scripts/docs/blocks';
import { findingsOf } from '../../scripts/docs/findings';
import { withRefusals } from '../../scripts/docs/refusals';
import { run } from '../../scripts/docs/run';

// Reports of the rule pack go to standard error too.
beforeEach(() => void jest.spyOn(console, 'error').mockImplementation());

const blocks = allBlocks().filter(({ marks }) => !marks.includes('refused')).map((block) => [block.place, block] as const);

test('the pages have code', () => {
  expect(pages()).toContain('README.md');
  expect(blocks.length).toBeGreaterThan(10);
});

test.each(blocks)('%s synthesizes without a finding', (_, block) => {
  expect(findingsOf(run(block))).toEqual([]);
});

const refusing = pages().filter((page) => blocksOf(page).some(({ marks }) => marks.includes('refused')));

test.each(refusing)('%s shows the messages of its refused blocks', (page) => {
  expect(withRefusals(page)).toBe(pageText(page));
});
