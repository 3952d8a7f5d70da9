import { describe, expect, test } from '@jest/globals';
import { isCreate, pathTemplate, toDatedPath } from './dated-path.ts';

test.each([
  ['/crm/v3/objects/contacts/batch/read', '/crm/objects/2026-09/contacts/batch/read'],
  ['/crm/v3/objects/contacts/101', '/crm/objects/2026-09/contacts/101'],
  ['/crm/v3/properties/tasks', '/crm/properties/2026-09/tasks'],
  ['/crm/v3/owners/', '/crm/owners/2026-09'],
  [
    '/crm/v4/associations/contacts/deals/batch/read',
    '/crm/associations/2026-09/contacts/deals/batch/read',
  ],
  ['/crm/objects/2026-09/contacts', '/crm/objects/2026-09/contacts'],
])('%s is sent as %s', (path, expected) => {
  expect(toDatedPath(path, '2026-09')).toBe(expected);
});

test.each([
  ['/crm/objects/2026-09/contacts/101', '/crm/objects/2026-09/contacts/{id}'],
  ['/crm/objects/2026-09/contacts/batch/read', '/crm/objects/2026-09/contacts/batch/read'],
  ['/crm/properties/2026-09/contacts/handoff_tier', '/crm/properties/2026-09/contacts/{name}'],
  ['/crm/properties/2026-09/contacts/groups', '/crm/properties/2026-09/contacts/groups'],
  ['/crm/properties/2026-09/contacts', '/crm/properties/2026-09/contacts'],
])('%s counts as %s', (path, expected) => {
  expect(pathTemplate(path)).toBe(expected);
});

describe('isCreate', () => {
  test.each([
    ['POST', '/crm/objects/2026-09/tasks/batch/create', true],
    ['POST', '/crm/objects/2026-09/tasks', true],
    ['POST', '/crm/properties/2026-09/contacts/groups', true],
    ['POST', '/crm/objects/2026-09/contacts/batch/update', false],
    ['POST', '/crm/objects/2026-09/contacts/batch/read', false],
    ['POST', '/crm/objects/2026-09/contacts/search', false],
    ['GET', '/crm/owners/2026-09', false],
    ['PATCH', '/crm/properties/2026-09/contacts/handoff_tier', false],
  ])('%s %s: %s', (method, path, expected) => {
    expect(isCreate(method, path)).toBe(expected);
  });
});
