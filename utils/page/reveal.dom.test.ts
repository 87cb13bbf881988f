import { beforeEach, describe, expect, it, vi } from 'vitest';
import { unfoldAround } from './reveal';

const WORDS = '<p id="words">Nobody counted the gulls.</p>';

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('folded content around a place', () => {
  it.each([
    ['closed details', `<details><summary>More</summary>${WORDS}</details>`],
    ['details in details', `<details><section><details>${WORDS}</details></section></details>`],
  ])('is opened: %s', (_name, html) => {
    document.body.innerHTML = html;
    unfoldAround(document.querySelector('#words')!.firstChild!);
    expect([...document.querySelectorAll('details')].every(({ open }) => open)).toBe(true);
  });

  it('is shown where it is hidden until found, and the page is told so before', () => {
    document.body.innerHTML = `<section id="part" hidden="until-found">${WORDS}</section>`;
    const part = document.querySelector('#part')!;
    const told: boolean[] = [];
    document.body.addEventListener('beforematch', () => told.push(part.hasAttribute('hidden')), { once: true });
    unfoldAround(document.querySelector('#words')!);
    expect(told).toEqual([true]);
    expect(part.hasAttribute('hidden')).toBe(false);
  });

  it('is opened around a shadow root, too', () => {
    document.body.innerHTML = '<details><x-note></x-note></details>';
    const shadow = document.querySelector('x-note')!.attachShadow({ mode: 'open' });
    shadow.innerHTML = WORDS;
    unfoldAround(shadow.querySelector('#words')!);
    expect(document.querySelector('details')!.open).toBe(true);
  });

  it.each([
    ['a button', '<button aria-expanded="false" aria-controls="other part">More</button>'],
    ['a heading', '<h3 role="button" aria-expanded="false" aria-controls="part">More</h3>'],
    ['a link into the page', '<a href="#part" aria-expanded="false" aria-controls="part">More</a>'],
    ['a tab', '<button role="tab" aria-selected="false" aria-controls="part">More</button>'],
  ])('is unfolded by the page itself, where %s says that it keeps it', (_name, control) => {
    document.body.innerHTML = `<div>${control}</div><section id="part" style="display: none">${WORDS}</section>`;
    let presses = 0;
    document.querySelector('div')!.addEventListener('click', (event) => {
      event.preventDefault();
      presses += 1;
      for (const name of ['aria-expanded', 'aria-selected'])
        if ((event.target as Element).hasAttribute(name)) (event.target as Element).setAttribute(name, 'true');
    });
    unfoldAround(document.querySelector('#words')!);
    unfoldAround(document.querySelector('#words')!);
    expect(presses).toBe(1);
  });

  it.each([
    ['of another part', '<button aria-expanded="false" aria-controls="party">More</button>'],
    ['that has unfolded it', '<button aria-expanded="true" aria-controls="part">Less</button>'],
    ['that leads to another page', '<a href="/more" aria-expanded="false" aria-controls="part">More</a>'],
  ])('is not touched by a control %s', (_name, control) => {
    document.body.innerHTML = `${control}<section id="part">${WORDS}</section>`;
    const onClick = vi.fn((event: Event) => event.preventDefault());
    document.body.addEventListener('click', onClick, { once: true });
    unfoldAround(document.querySelector('#words')!);
    expect(onClick).not.toHaveBeenCalled();
  });

  it('is not touched where it is seen, whatever its control says', () => {
    document.body.innerHTML = `<button aria-expanded="false" aria-controls="part">More</button><section id="part">${WORDS}</section>`;
    const onClick = vi.fn();
    document.querySelector('button')!.addEventListener('click', onClick);
    const part = document.querySelector('#part')!;
    vi.spyOn(part, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 200, 80));
    unfoldAround(document.querySelector('#words')!);
    expect(onClick).not.toHaveBeenCalled();
    part.setAttribute('style', 'overflow-y: hidden');
    Object.defineProperty(part, 'scrollHeight', { value: 300 });
    unfoldAround(document.querySelector('#words')!);
    expect(onClick).toHaveBeenCalledOnce();
  });

  it('stays as it is where it is hidden for good, or stands beside the place', () => {
    const html = `<details>Other</details><div hidden="">${WORDS}</div>`;
    document.body.innerHTML = html;
    unfoldAround(document.querySelector('#words')!);
    expect(document.body.innerHTML).toBe(html);
  });
});
