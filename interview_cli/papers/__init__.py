"""What is known of papers: licences, registrations, cards, certificates, degrees, vetting."""
