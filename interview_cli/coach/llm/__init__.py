"""The coach that asks a language model, through any OpenAI-compatible server."""
