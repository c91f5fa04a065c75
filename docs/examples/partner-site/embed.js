// The address of the frame was asked for by this website's server, just before it sent this page.
const given = new URLSearchParams(window.location.hash.slice(1));
document.querySelector('iframe').src = given.get('frame');
