import './styles/fonts.css';
import './styles/tokens.css';
import './styles/phases.css';
import './styles/base.css';
import { mount } from 'svelte';
import App from './frame/App.svelte';
import { readyToDraw } from '$lib/start';

const target = document.getElementById('app');
if (target) void readyToDraw().then(() => mount(App, { target }));
