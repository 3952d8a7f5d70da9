import { describe, expect, test } from '@jest/globals';

import { readConversion } from './form-kind.ts';
import { themeOf } from './theme.ts';

describe('title', () => {
  test.each([
    ['Webinar registration: Planning without spreadsheets', 'Planning without spreadsheets'],
    ['Webinar: ROI calculator explained', 'ROI calculator explained'],
    ['Planning without spreadsheets | Acme: Webinar registration', 'Planning without spreadsheets'],
    ['Register for Planning without spreadsheets: Webinar form', 'Planning without spreadsheets'],
    ['Webinar - Planning without spreadsheets - Registration', 'Planning without spreadsheets'],
    ['[Webinar] Planning without spreadsheets', 'Planning without spreadsheets'],
    ['Webinar: Planning: the next ten years: Register', 'Planning: the next ten years'],
    ['Webinar attended: Planning without spreadsheets', 'Planning without spreadsheets'],
    ['Ebook: GDPR checklist', 'GDPR checklist'],
    ['Comparison guide: Us compared', 'Us compared'],
    ['Implementation checklist: 10 steps to go live', '10 steps to go live'],
    ['Report download: Demographics of planning teams', 'Demographics of planning teams'],
    ['Download: Pricing guide', 'Pricing guide'],
    ['Download the Warehouse Slotting Guide', 'Warehouse Slotting Guide'],
    [
      'The complete guide to warehouse slotting | Acme: Ebook download form',
      'The complete guide to warehouse slotting',
    ],
    ['Guide download: The planning handbook', 'The planning handbook'],
    ['Event registration: Demo Day London', 'Demo Day London'],
    ['Badge scans: Gartner Symposium', 'Gartner Symposium'],
    ['Case study: Acme Bank', 'Acme Bank'],
    ['Demo request: Forecasting for banks', 'Forecasting for banks'],
    ['Webinar-Anmeldung: Absatzplanung ohne Excel', 'Absatzplanung ohne Excel'],
    ['Livre blanc : La planification agile', 'La planification agile'],
    ['Whitepaper aanvragen: Voorraadbeheer', 'Voorraadbeheer'],
    ['Demo request: Book a demo', null],
    ['Contact us: Newsletter sign-up', null],
    ['Guide download: The handbook', null],
    ['The handbook', null],
    ['Start free', null],
    ['Kontakt', null],
    ['Home', null],
    ['Landing page', null],
    ['Thank you', null],
    ['Thank you: Ebook download', null],
    ['Pricing: Request a quote', null],
    ['Contact sales: Talk to sales', null],
    ['Demo request: Product tour', null],
    ['Acme | The planning platform: Demo request', null],
    ['Home | Openfield: Openfield Daily Primary Form', null],
    ['DemoRequest_2024', null],
    ['Newsletter sign-up: Blog', null],
    ['Webinar: Register', null],
    ['', null],
  ])('%s: %s', (name, title) => {
    expect(readConversion(name).title).toBe(title);
  });
});

describe('themeOf', () => {
  test.each([
    ['The complete guide to warehouse slotting', 'warehouse slotting'],
    ['GDPR checklist', 'GDPR'],
    ['Warehouse Slotting Guide', 'Warehouse Slotting'],
    ['2026 State of Planning report', 'State of Planning'],
    ['The planning handbook', 'planning'],
    ['Planning without spreadsheets', 'Planning without spreadsheets'],
    ['Leitfaden zur Absatzplanung', 'Absatzplanung'],
    ['Le guide de la planification agile', 'planification agile'],
    ['Guía de planificación de la demanda', 'planificación de la demanda'],
    ['Guida alla pianificazione', 'pianificazione'],
    ['Gids voor voorraadbeheer', 'voorraadbeheer'],
    ['The handbook', null],
    ['10 steps to go live', null],
    ['Us compared', null],
    ['How to plan without losing your mind', null],
    ['Why do forecasts fail?', null],
    ['Everything you ever wanted to know about planning but never dared to ask', null],
    ['', null],
    [null, null],
  ])('%s: %s', (title, theme) => {
    expect(themeOf(title)).toBe(theme);
  });
});
