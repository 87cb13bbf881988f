import { readFileSync } from 'node:fs';
import { ROOT } from './root.mjs';

/**
 * The most that each measured row may be, by row id.
 *
 * @returns {Record<string, { most: number, unit: string }>}
 */
export const readBudgets = () => JSON.parse(readFileSync(`${ROOT}budgets.json`, 'utf8'));

/**
 * Sentences about rows that are over their budget.
 *
 * @param {readonly { id: string, value: number, unit: string }[]} rows
 * @param {Record<string, { most: number, unit: string }>} budgets
 */
export const overBudget = (rows, budgets) =>
  rows
    .filter((row) => budgets[row.id] && !(row.value <= budgets[row.id].most))
    .map(
      (row) => `${row.id} is ${row.value} ${row.unit}; the budget is ${budgets[row.id].most} ${budgets[row.id].unit}.`,
    );
