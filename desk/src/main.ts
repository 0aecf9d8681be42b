// The document in, the desk in it out.
import { mount } from "svelte";
import App from "./App.svelte";
import "./style/tokens.css";
import "./style/base.css";
import { restore } from "./parts/theme.svelte";

restore();
const place = document.getElementById("desk");
if (place) mount(App, { target: place });
