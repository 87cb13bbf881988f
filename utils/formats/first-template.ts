/** The template that readers begin with, in Mustache (https://mustache.github.io/mustache.5.html). */
export const FIRST_TEMPLATE = `## {{title}}

{{authors}}{{#year}} ({{year}}){{/year}}{{#container}}, {{container}}{{/container}}{{#volume}} {{volume}}{{/volume}}{{#pages}}, {{pages}}{{/pages}}
{{#link}}<{{{link}}}>{{/link}}
{{#notices}}
**{{notice}}** {{date}}
{{/notices}}
{{#remark}}

{{remark}}
{{/remark}}
{{#passages}}

{{{quoted}}}

[Open at this passage]({{{link}}}){{#remark}} – {{remark}}{{/remark}}
{{/passages}}
`;
