// The topic page's own manners: unfolding, and copying its title and link. Everything reads without this script.
for (const button of document.querySelectorAll('button[aria-controls]')) {
  const folded = document.getElementById(button.getAttribute('aria-controls'));
  button.addEventListener('click', () => {
    folded.hidden = !folded.hidden;
    button.setAttribute('aria-expanded', String(!folded.hidden));
  });
}

const said = document.getElementById('copied');
document.getElementById('copy').addEventListener('click', async () => {
  const title = document.querySelector('h1').textContent.trim();
  try {
    await navigator.clipboard.writeText(`${title}\n${location.href.split('#')[0]}`);
    said.textContent = 'Copied.';
  } catch {
    said.textContent = 'This browser does not let the page copy.';
  }
});
