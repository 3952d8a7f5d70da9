import { describe, expect, test } from '@jest/globals';

import { reviewOutreachText } from './outreach-guard.ts';

describe('reviewOutreachText', () => {
  test.each([
    'I noticed you visited our pricing page.',
    'I saw that you were looking at the comparison page yesterday.',
    'We could see you came back to our website.',
    'You have visited our pricing page twice.',
    "You've been on our website a few times.",
    'Someone from Harbor Bank viewed our product page.',
    'Thanks for your recent visits to our pricing page.',
    'You opened my last email.',
    'I see you clicked the link in our newsletter.',
    'After 5 pages and 3 visits, let us talk.',
    'You spent 12 minutes on our calculator.',
    'Our analytics show that you are interested.',
    'Your lead score is 87.',
    'I noticed you’ve been browsing our docs.',
  ])('finds the tracking in: %s', (text) => {
    const { ok, findings } = reviewOutreachText(text);
    expect(ok).toBe(false);
    expect(findings.length).toBeGreaterThan(0);
    for (const { phrase, why, suggestion } of findings) {
      expect(text).toContain(phrase);
      expect(why).not.toBe('');
      expect(reviewOutreachText(suggestion).ok).toBe(true);
    }
  });

  test.each([
    'You asked for a demo of the planner.',
    'I saw your request for a demo.',
    'Thank you for downloading the comparison guide.',
    'Thank you for joining our webinar; which point matters most to you?',
    'Teams weighing this up usually compare the effort to implement, the overall cost and how soon it pays off.',
    'Thank you for visiting us at the trade fair.',
    'I can offer two times this week: Tuesday at 10:00 or Thursday at 14:00.',
    'Could you spend 15 minutes with us?',
    'How many pages does your report have?',
    '',
  ])('lets pass: %s', (text) => {
    expect(reviewOutreachText(text)).toEqual({ ok: true, findings: [] });
  });
});
