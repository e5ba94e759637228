import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute } from './route';

describe('the address', () => {
  it.each([
    ['#/overview', { screen: 'overview', part: null, filter: null, activity: null }],
    ['', { screen: 'overview', part: null, filter: null, activity: null }],
    ['#/nowhere', { screen: 'overview', part: null, filter: null, activity: null }],
    ['#/checklist/dot1?filter=late', { screen: 'checklist', part: 'dot1', filter: 'late', activity: null }],
    ['#/timeline?activity=d1-01', { screen: 'timeline', part: null, filter: null, activity: 'd1-01' }],
  ])('%s is read', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it('comes back as it went, whatever letters a code has', () => {
    const route = { screen: 'checklist', part: 'đợt 1/a', filter: 'a&b', activity: 'x?y#z' } as const;
    expect(parseRoute(formatRoute(route))).toEqual(route);
  });
});
