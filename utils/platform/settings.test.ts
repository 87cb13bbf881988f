import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, SETTINGS_KEY, type Settings } from '../model/settings';
import { changeSettings, loadSettings, type SettingsHome, watchSettings } from './settings';

function home(stored: Record<string, unknown> = {}) {
  const listeners = new Set<Parameters<SettingsHome['storage']['onChanged']['addListener']>[0]>();
  const value: SettingsHome = {
    storage: {
      local: {
        get: async (keys) =>
          Object.fromEntries([keys].flat().flatMap((key) => (key in stored ? [[key, stored[key]]] : []))),
        set: async (items) => {
          Object.assign(stored, items);
          const changes = Object.fromEntries(Object.entries(items).map(([key, newValue]) => [key, { newValue }]));
          for (const listener of listeners) listener(changes, 'local');
        },
      },
      onChanged: {
        addListener: (listener) => void listeners.add(listener),
        removeListener: (listener) => void listeners.delete(listener),
      },
    },
  };
  return value;
}

describe('settings', () => {
  it('are the defaults on a new installation', async () => {
    expect(await loadSettings(home())).toEqual(DEFAULT_SETTINGS);
  });

  it('are the defaults when storage cannot be read', async () => {
    const broken = home();
    broken.storage.local.get = async () => {
      throw new Error('disk');
    };
    expect(await loadSettings(broken)).toEqual(DEFAULT_SETTINGS);
  });

  it('keep what a change does not name, and bring values into range', async () => {
    const place = home({ [SETTINGS_KEY]: { ...DEFAULT_SETTINGS, offHosts: ['example.org'] } });
    await changeSettings(place, { markerDelayMs: 99_999 });
    expect(await loadSettings(place)).toEqual({
      ...DEFAULT_SETTINGS,
      offHosts: ['example.org'],
      markerDelayMs: 2000,
    });
  });

  it('keep two changes made at once', async () => {
    const place = home();
    await Promise.all([changeSettings(place, { marks: 'strong' }), changeSettings(place, { selectionBar: false })]);
    expect(await loadSettings(place)).toEqual({ ...DEFAULT_SETTINGS, marks: 'strong', selectionBar: false });
  });

  it('are told to those who watch, until they stop', async () => {
    const place = home();
    const seen: Settings[] = [];
    const undo = watchSettings(place, (settings) => seen.push(settings));
    await place.storage.local.set({ other: 1 });
    await changeSettings(place, { on: false });
    undo();
    await changeSettings(place, { on: true });
    expect(seen.map(({ on }) => on)).toEqual([false]);
  });
});
