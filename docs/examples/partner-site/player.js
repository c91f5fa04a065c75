// What is played was asked for by this website's server: the key of the partner must never reach a page.
const given = new URLSearchParams(window.location.hash.slice(1));
const playlist = given.get('playlist');
const token = given.get('token');
const video = document.querySelector('video');
const message = document.querySelector('#message');

// Whoever was let in a moment ago and is refused now must ask this website again.
function refused(status) {
  message.textContent =
    status === 401 || status === 403
      ? 'Access has ended. Please reload the page.'
      : 'The video cannot be loaded at present.';
}

function playWithHls() {
  const hls = new Hls({
    // Without a token there is nothing to add: the address itself opens the video.
    // The token is for the server of the playlist alone, whatever other hosts a playlist may name.
    xhrSetup: (request, address) => {
      const isOurs = new URL(address, playlist).origin === new URL(playlist).origin;
      if (token && isOurs) request.setRequestHeader('Authorization', `Bearer ${token}`);
    },
  });
  hls.on(Hls.Events.ERROR, (event, problem) => {
    if (!problem.fatal) return;
    hls.destroy();
    refused(problem.response?.code);
  });
  hls.loadSource(playlist);
  hls.attachMedia(video);
}

// Browsers that play HLS by themselves send no headers; they take the token in the address.
function playByItself() {
  video.src = token ? `${playlist}?__token=${encodeURIComponent(token)}` : playlist;
  video.addEventListener('error', () => refused(0));
}

if (Hls.isSupported()) playWithHls();
else playByItself();
video.play().catch(() => {});
