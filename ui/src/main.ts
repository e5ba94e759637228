import './styles/fonts.css';
import './styles/tokens.css';
import './styles/phases.css';
import './styles/heat.css';
import './styles/base.css';
import './styles/sheets.css';
import './styles/editor.css';
import './styles/print.css';
import { mount } from 'svelte';
import App from './frame/App.svelte';
import { readyToDraw } from '$lib/start';

const target = document.getElementById('app');
if (target) void readyToDraw().then(() => mount(App, { target }));
