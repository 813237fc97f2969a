"""GOV.UK Design System forms: fields, bases and layout that every app builds its pages from."""
