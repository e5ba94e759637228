import './styles/fonts.css';
import './styles/tokens.css';
import './styles/phases.css';
import './styles/base.css';
import { mount } from 'svelte';
import App from './frame/App.svelte';
import { book } from '$lib/book.svelte';

const target = document.getElementById('app');
if (target) {
  void book.load();
  mount(App, { target });
}
