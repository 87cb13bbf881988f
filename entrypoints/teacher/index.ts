import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { changedRules, type SiteRule, siteOf } from '../../utils/model/site-rule';
import { ruleAgainst, ruleFavouring } from '../../utils/page/describe-place';
import type { Door, PageCitation } from '../../utils/page/door';
import { fitsPlace, isRuledOut, placeOfCitation } from '../../utils/page/scan-taught';
import { bring } from '../../utils/platform/bring';
import { native } from '../../utils/platform/native';
import { sendToBackground } from '../../utils/platform/send';

/** Put into a frame when the reader teaches something about its site, beside `scan`, with whom it shares the door. */
export default defineUnlistedScript(() => {
  const { __door: door } = globalThis as { __door?: Door };
  if (!door || door.teacher || door.signal.aborted) return;
  const site = siteOf(location);

  /** Holds at once in this frame, and everywhere as soon as it is kept; in private windows nothing is. */
  const change = (add: readonly SiteRule[], remove: readonly SiteRule[]) => {
    door.rules = changedRules(door.rules, { add, remove });
    if (!native.extension?.inIncognitoContext) void sendToBackground('changeRules', { add, remove });
  };

  const known = (link: Element): PageCitation | undefined =>
    door.scanner.known().find((one) => one.link === link || (one.link !== undefined && link.contains(one.link)));

  /** Opens the note of a link once it is found. */
  const openWhenFound = (link: Element) => {
    const open = () => {
      const found = known(link);
      if (found) door.withHand((hand) => hand.open(found));
      return found !== undefined;
    };
    if (open()) return;
    const end = door.scanner.subscribe(() => {
      if (open() || !link.isConnected) end();
    });
  };

  door.teacher = {
    forget(one) {
      const place = placeOfCitation(one);
      const before = door.scanner.citations();
      // What the reader taught is unlearnt first.
      const taught = door.rules.filter((rule) => rule.says === 'is' && fitsPlace(rule, place, one.citation));
      const rule = taught.length === 0 ? ruleAgainst(site, one, before, door.rules) : undefined;
      const add = rule ? [rule] : [];
      const gone = before.filter((other) =>
        rule ? isRuledOut(add, other) : taught.some((each) => fitsPlace(each, placeOfCitation(other), other.citation)),
      );
      change(add, taught);
      return { others: Math.max(0, gone.length - 1), undo: () => change(taught, add) };
    },
    mark(link) {
      if (!known(link)) {
        const label = (link.textContent ?? '').replace(/\s+/g, ' ').trim();
        const against = door.rules.filter((rule) => rule.says === 'not' && link.matches(rule.selector));
        change([ruleFavouring(site, link, label)], against);
      }
      // The finder comes when the first rule of the site is taught.
      if (door.finder) openWhenFound(link);
      else void bring('finder').then(() => openWhenFound(link));
    },
  };
});
